import { expect, test } from 'vitest';
import { embedCode, embedPath, figureSlug } from './share.ts';

test('a component has its place under /embed/, in each language and below a sub-path', () => {
  expect(figureSlug('PerceptronTrainer')).toBe('perceptron-trainer');
  expect(embedPath('/', 'en', 'BallOnCurve')).toBe('/embed/ball-on-curve/');
  expect(embedPath('/course/', 'zh', 'BallOnCurve')).toBe('/course/zh/embed/ball-on-curve/');
});

test('a title with quotes cannot break out of the code', () => {
  expect(embedCode('https://x.test/embed/a/', 'What is "w"?')).toContain(
    'title="What is &quot;w&quot;?"',
  );
});
