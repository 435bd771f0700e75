// Serves a copy of the built site compressed, as every host does.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A copy of the folder in which every text has its compressed twin beside it: the caller removes it. */
export function compressedCopy(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'downhill-site-'));
  cpSync(folder, copy, { recursive: true });
  for (const name of readdirSync(copy, { recursive: true, encoding: 'utf8' }))
    if (/\.(html|css|js|svg|json|wasm|xml|txt|webmanifest)$/.test(name))
      writeFileSync(join(copy, `${name}.gz`), gzipSync(readFileSync(join(copy, name))));
  return copy;
}

/** @returns what ends the server and removes the copy */
export function serveCompressed(folder: string, port: number): () => void {
  const copy = compressedCopy(folder);
  // sirv does not compress, but sends the twin of a file that lies beside it.
  const server = spawn('sirv', [copy, '--quiet', '--gzip', '--port', String(port)], {
    stdio: 'ignore',
  });
  return () => {
    server.kill();
    rmSync(copy, { recursive: true, force: true });
  };
}
