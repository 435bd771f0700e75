// The one kind of error that an author's mistake in a lesson gives: file, line and what to do.

/** Its message reads `content/en/x.mdx:12: what is wrong and what to do`. */
export class LessonError extends Error {
  override readonly name = 'LessonError';
  constructor(file: string, line: number, message: string) {
    super(`${file}:${line}: ${message}`);
  }
}
