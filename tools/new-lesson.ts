// Starts a lesson: `npm run new-lesson -- softmax 4 "Scores, softmax and cross-entropy"`.
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [slug, order, title] = process.argv.slice(2);
if (!slug || !/^[a-z][a-z0-9-]*$/.test(slug) || !Number(order) || !title) {
  console.error('Usage: npm run new-lesson -- <slug> <place in the course> "<title>"');
  process.exit(1);
}

const path = fileURLToPath(new URL(`../content/en/${slug}.mdx`, import.meta.url));
if (existsSync(path)) {
  console.error(`content/en/${slug}.mdx exists; nothing was changed.`);
  process.exit(1);
}

const today = new Date().toISOString().slice(0, 10);
writeFileSync(
  path,
  `---
title: ${JSON.stringify(title)}
summary: One sentence that says what the reader can do after this lesson.
question: Which question does the lesson answer?
order: ${Number(order)}
minutes: 40
prerequisites: []
updated: ${today}
---

Open with the question, and with something the reader can move.

## The first idea

\`\`\`ts run id=first
import { tensor } from 'downhill';

const x = tensor([1, 2, 3]);
const total = x.sum().item();
display(total);
\`\`\`

The sum of $\\id{x}{x}$ is {v('total')}.

<NumberAnswer id="${slug}-first" answer={() => 1 + 2 + 3}>
  What is $1 + 2 + 3$?

  <Wrong value={5}>You left out the first number.</Wrong>
  <Right>Addition is associative: add them in any order.</Right>
</NumberAnswer>
`,
);
console.log(`Wrote content/en/${slug}.mdx; npm run dev shows it at /lessons/${slug}/.`);
