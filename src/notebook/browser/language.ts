// Asks the language worker, which is started once, when a reader wants completion and types.

interface Question {
  /** The present text of every cell. */
  readonly cells: Readonly<Record<string, string>>;
  /** The cell that is asked about. */
  readonly cell: string;
}

export type LanguageQuestion = Question &
  ({ readonly type: 'complete' | 'hover'; readonly at: number } | { readonly type: 'check' });

export type LanguageAnswer =
  | {
      readonly type: 'complete';
      readonly options: readonly {
        readonly label: string;
        readonly kind: string;
        readonly rank: string;
      }[];
    }
  | {
      readonly type: 'hover';
      readonly from?: number;
      readonly to?: number;
      readonly title?: string;
      readonly text?: string;
    }
  | {
      readonly type: 'check';
      readonly mistakes: readonly {
        readonly from: number;
        readonly to: number;
        readonly message: string;
      }[];
    };

let worker: Promise<Worker> | undefined;
let tickets = 0;
const open = new Map<
  number,
  { resolve(answer: LanguageAnswer): void; reject(error: Error): void }
>();

/** Resolves when the service has started. */
export function startLanguage(): Promise<Worker> {
  worker ??= new Promise((resolve, reject) => {
    const one = new Worker(new URL('./language-worker.ts', import.meta.url), { type: 'module' });
    one.addEventListener(
      'message',
      ({ data }: MessageEvent<{ ticket: number; answer?: LanguageAnswer; error?: string }>) => {
        if (data.ticket === 0) resolve(one);
        const asked = open.get(data.ticket);
        open.delete(data.ticket);
        if (data.answer) asked?.resolve(data.answer);
        else asked?.reject(new Error(data.error));
      },
    );
    one.addEventListener('error', (event) => {
      worker = undefined;
      reject(new Error(event.message));
    });
  });
  return worker;
}

export async function ask<T extends LanguageAnswer['type']>(
  question: LanguageQuestion & { type: T },
): Promise<Extract<LanguageAnswer, { type: T }>> {
  const one = await startLanguage();
  const ticket = ++tickets;
  return new Promise((resolve, reject) => {
    open.set(ticket, { resolve: resolve as (answer: LanguageAnswer) => void, reject });
    one.postMessage({ ticket, question });
  });
}
