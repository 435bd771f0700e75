import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const folder = new URL('../../public/data/', import.meta.url);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('every data file is listed in the manifest with its checksums and a licence', () => {
  const manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8'));
  const files = readdirSync(folder).filter(
    (name) => !['manifest.json', 'LICENCES.md'].includes(name),
  );
  expect(Object.keys(manifest).sort()).toEqual(files.sort());
  for (const name of files) {
    const bytes = readFileSync(new URL(name, folder));
    const { bytes: size, sha256: expected, sha256Raw, licence } = manifest[name];
    expect([bytes.length, sha256(bytes)]).toEqual([size, expected]);
    if (sha256Raw) expect(sha256(gunzipSync(bytes))).toBe(sha256Raw);
    expect(licence).toBeTruthy();
  }
});
