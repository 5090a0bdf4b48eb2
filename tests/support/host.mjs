//! The host of a charity, as any web server would be one: it serves a folder, counts what it sends, and can be replaced by one that lies.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Serves `folder` below `/v1/` until it is stopped. `lie(path)` may answer in its place: `{ status, headers, body }`. */
export async function startHost(folder) {
  const host = { folder, lie: null, sent: [] };
  const server = createServer(async (request, response) => {
    const { status, headers = {}, body = Buffer.alloc(0) } = await answer(host, request);
    host.sent.push({ path: request.url, status, bytes: body.length, asked: request.headers });
    response.writeHead(status, { 'Content-Length': body.length, ...headers }).end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  host.address = `http://127.0.0.1:${server.address().port}/v1/`;
  host.stop = () =>
    new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    });
  return host;
}

async function answer(host, request) {
  const path = normalize(new URL(request.url, 'http://host').pathname);
  const lie = host.lie?.(path);
  if (lie) return lie;
  const file = path.startsWith('/v1/') ? await readFile(join(host.folder, path.slice('/v1/'.length))).catch(() => null) : null;
  if (!file) return { status: 404 };
  const tag = `"${createHash('sha256').update(file).digest('hex').slice(0, 16)}"`;
  if (request.headers['if-none-match'] === tag) return { status: 304, headers: { ETag: tag } };
  if (!path.endsWith('.json')) return { status: 200, headers: { ETag: tag }, body: file };
  return { status: 200, headers: { ETag: tag, 'Content-Encoding': 'gzip', 'Content-Type': 'application/json' }, body: gzipSync(file) };
}
