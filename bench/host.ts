// A host like those the site is made for: HTTP/2 over TLS, files compressed, and some hundred kilometres away.
// `node bench/host.ts FOLDER PORT` serves until it is killed, and says `ready`.
import { rmSync } from 'node:fs';
import { createSecureServer } from 'node:http2';
import { generate } from 'selfsigned';
import sirv from 'sirv';
import { compressedCopy } from '../tools/compressed-site.ts';

/** Milliseconds before each answer. */
const WAY = 30;

const [folder = 'dist', port = '4319'] = process.argv.slice(2);
const copy = compressedCopy(folder);
const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
const answer = sirv(copy, { gzip: true });
createSecureServer({ key, cert, allowHTTP1: true }, (request, response) => {
  setTimeout(() => {
    answer(request as never, response as never);
  }, WAY);
}).listen(Number(port), () => {
  console.log('ready');
});
process.on('SIGTERM', () => {
  rmSync(copy, { recursive: true, force: true });
  process.exit();
});
