declare module 'virtual:icons' {
  type Node = [string, Record<string, string>, Node[]?];
  export const pictures: Record<string, Node[]>;
  export const signs: Record<string, Node[]>;
}

declare module 'virtual:words' {
  export const languages: Record<string, () => Promise<{ default: string }>>;
}
