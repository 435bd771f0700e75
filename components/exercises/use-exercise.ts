// The life of one exercise on a page: draft, marking, help, and what is stored of it.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type {
  Answers,
  Exercise,
  ExerciseOf,
  Kind,
  Lang,
  Outlines,
  Vars,
  Verdict,
} from '../../src/exercises/types.ts';
import { readAnswer, recordAnswer, recordHelp } from '../../src/progress/answers.ts';
import { draftOf, dropDraft, keepDraft } from '../../src/progress/drafts.ts';
import { tries, type AnswerRecord } from '../../src/progress/records.ts';
import { progress, type Trouble } from '../../src/progress/store.ts';
import { keepVars } from './html.tsx';
import type * as MarkingModule from './marking.ts';

/** How an exercise is shown outside its lesson: with drawn parameters, and without storing the answer. */
export interface Review {
  readonly vars: Vars;
  readonly onVerdict: (verdict: Verdict, help: { hints: number; solution: boolean }) => void;
}

export interface ExerciseProps<K extends Kind> {
  readonly id: string;
  readonly version: number;
  readonly outline: Outlines[K];
  /** How many hints there are. */
  readonly hints: number;
  readonly lang: Lang;
  readonly lesson: string;
  readonly review?: Review;
  /** A state to show as if it were stored; nothing is stored. For the gallery. */
  readonly preview?: AnswerRecord;
  /** The element's id, where one exercise stands on a page twice. */
  readonly domId?: string;
}

export type Marking = typeof MarkingModule;

export interface ExerciseState<K extends Kind> {
  readonly kind: K;
  readonly props: ExerciseProps<K>;
  readonly answer: Answers[K];
  readonly verdict: Verdict | undefined;
  readonly record: AnswerRecord | undefined;
  /** The stored answer was given to an earlier version of the question. */
  readonly isEarlier: boolean;
  readonly isBusy: boolean;
  readonly hintsOpen: number;
  readonly solutionOpen: boolean;
  readonly trouble: Trouble | undefined;
  /** Marking code and the exercise with its key, once fetched. */
  readonly loaded:
    | { readonly marking: Marking; readonly exercise: ExerciseOf<K>; readonly vars: Vars }
    | undefined;
  readonly load: () => Promise<NonNullable<ExerciseState<K>['loaded']>>;
  readonly setAnswer: (answer: Answers[K]) => void;
  readonly check: (answer?: Answers[K]) => Promise<void>;
  readonly openHint: () => Promise<void>;
  readonly openSolution: () => Promise<void>;
}

/** @param empty the answer before the reader gave one */
export function useExercise<K extends Kind>(
  kind: K,
  props: ExerciseProps<K>,
  empty: Answers[K],
): ExerciseState<K> {
  const { id, version, lesson, lang, review, preview } = props;
  const [answer, setDraft] = useState(empty);
  const [verdict, setVerdict] = useState<Verdict>();
  const [record, setRecord] = useState<AnswerRecord>();
  const [isBusy, setBusy] = useState(false);
  const [hintsOpen, setHintsOpen] = useState(0);
  const [solutionOpen, setSolutionOpen] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const [loaded, setLoaded] = useState<ExerciseState<K>['loaded']>();
  const loading = useRef<ReturnType<ExerciseState<K>['load']> | undefined>(undefined);
  const isDirty = useRef(false);
  const ownWrite = useRef(0);
  const question = { id, lesson, kind, version };

  const load = useCallback(() => {
    loading.current ??= (async () => {
      const marking = await import('./marking.ts');
      const exercise = (await marking.loadExercise(lang, lesson, id)) as Exercise as ExerciseOf<K>;
      const vars = review?.vars ?? marking.firstVars(exercise);
      keepVars(lang, id, vars);
      const found = { marking, exercise, vars };
      setLoaded(found);
      return found;
    })();
    loading.current.catch(() => (loading.current = undefined));
    return loading.current;
  }, [lang, lesson, id]);

  const show = useCallback(
    async (stored: AnswerRecord | undefined) => {
      setRecord(stored);
      if (!stored) return;
      if (stored.solution || stored.hints || tries(stored)) await load();
      setHintsOpen((open) => Math.max(open, Math.min(stored.hints, props.hints)));
      if (preview?.solution) setSolutionOpen(true);
      if (!tries(stored)) return;
      const { marking, exercise, vars } = await load();
      if (isDirty.current) return;
      try {
        // A program is not run again on opening the page: its mark is remembered.
        const seen =
          stored.version !== version || kind === 'code'
            ? undefined
            : await marking.check(
                exercise,
                stored.answer as Answers[K],
                vars,
                marking.runInSandbox,
              );
        setDraft(stored.answer as Answers[K]);
        setVerdict(seen);
      } catch {
        // an answer of another form, from a foreign file: the question stands as new
      }
    },
    [load],
  );

  function showDraft(): void {
    const draft = draftOf(id, version);
    if (!draft || isDirty.current) return;
    isDirty.current = true;
    setDraft(draft.answer as Answers[K]);
    setVerdict(undefined);
  }

  useEffect(() => {
    if (review) {
      void load();
      return undefined;
    }
    if (preview) {
      void show(preview);
      return undefined;
    }
    // Who already works on it before it is read keeps that work on the screen.
    void readAnswer(id)
      .then((stored) => (isDirty.current ? setRecord(stored) : show(stored)))
      .then(showDraft);
    const stopWatching = progress().watch((store, key) => {
      if (store !== 'answers' || key !== id || ownWrite.current || isDirty.current) return;
      void readAnswer(id).then(show);
    });
    setTrouble(progress().trouble());
    const stopTrouble = progress().watchTrouble(setTrouble);
    return () => {
      stopWatching();
      stopTrouble();
    };
  }, [id]);

  async function store(write: () => Promise<AnswerRecord>): Promise<void> {
    if (review || preview) return;
    ownWrite.current++;
    try {
      setRecord(await write());
    } finally {
      ownWrite.current--;
    }
  }

  async function judge(given: Answers[K]) {
    const { marking, exercise, vars } = await load();
    const found = await marking.check(exercise, given, vars, marking.runInSandbox);
    setVerdict(found);
    return { marking, found };
  }

  return {
    ...{ kind, props, answer, verdict, record, isBusy, hintsOpen, solutionOpen, trouble },
    ...{ loaded, load },
    isEarlier: record !== undefined && tries(record) > 0 && record.version < version,
    setAnswer(next) {
      isDirty.current = true;
      if (!review && !preview) keepDraft(id, version, next);
      setDraft(next);
      setVerdict(undefined);
    },
    async check(given = answer) {
      if (isBusy) return;
      setBusy(true);
      // Who reads the verdict may answer again at once, while it is being stored.
      const { marking, found } = await judge(given).finally(() => setBusy(false));
      if (!marking.isAnswer(found)) return;
      isDirty.current = false;
      review?.onVerdict(found, { hints: hintsOpen, solution: solutionOpen });
      await store(() => recordAnswer(question, given, found.correct));
      if (!review && !preview && !isDirty.current) dropDraft(id);
    },
    async openHint() {
      await load();
      const hints = Math.min(hintsOpen + 1, props.hints);
      setHintsOpen(hints);
      await store(() => recordHelp(question, { hints }));
    },
    async openSolution() {
      await load();
      setSolutionOpen(true);
      await store(() => recordHelp(question, { solution: true }));
    },
  };
}
