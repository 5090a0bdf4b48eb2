import a11y from 'eslint-plugin-jsx-a11y';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/door/door.ts'] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.{ts,tsx}'] })),
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-unused-vars': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.tsx'],
    ...a11y.flatConfigs.strict,
    settings: { 'jsx-a11y': { attributes: { for: ['for', 'htmlFor'] } } },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/platform/**'],
    rules: {
      'no-restricted-imports': ['error', {
        patterns: [{ group: ['@tauri-apps/*'], message: 'Only src/platform/ knows the shell.' }],
      }],
      'no-restricted-globals': ['error', 'fetch', 'localStorage', 'sessionStorage', 'Intl'],
      'no-restricted-properties': ['error', { property: 'innerHTML' }, { property: 'toLocaleString' }, { property: 'toLocaleDateString' }],
    },
  },
);
