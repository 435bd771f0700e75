// Draws the icons of public/ from icon.svg. Run by hand after a change: `node tools/icons.ts`.
import { readFileSync } from 'node:fs';
import sharp from 'sharp';

const mark = readFileSync('public/icon.svg', 'utf8')
  .replace(/<style>.*?<\/style>/, '')
  .replace('<g ', '<g stroke="#7d7358" ')
  .replace('<circle ', '<circle fill="#c2340c" ');

/** The mark on paper; `share` is how much of the side it takes. */
async function draw(file: string, side: number, share: number): Promise<void> {
  const size = Math.round(side * share);
  const picture = await sharp(Buffer.from(mark), { density: 72 * (size / 32) * 1.5 })
    .resize(size)
    .png()
    .toBuffer();
  await sharp({ create: { width: side, height: side, channels: 4, background: '#fafaf6' } })
    .composite([{ input: picture }])
    .png({ palette: true })
    .toFile(`public/${file}`);
}

await draw('icon-192.png', 192, 0.84);
await draw('icon-512.png', 512, 0.84);
await draw('icon-maskable.png', 512, 0.6);
await draw('apple-touch-icon.png', 180, 0.8);
