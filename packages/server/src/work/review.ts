import { type ColumnProfile, defaultRules, type Inspection, type Mapping } from '@clientele/contracts';
import type { Engine, Session } from '@clientele/engines';
import {
  accountFor,
  describeColumns,
  type ImportedSource,
  inspectionOf,
  isStageable,
  isStagedBy,
  mappingAsked,
  type OpenedSource,
  openForReading,
  type ReadingOptions,
  refuseNothingKept,
  type StagedSource,
  stageSource,
  type WatchedSteps,
  watchSteps,
} from '@clientele/pipeline';
import type { JobContext } from '../jobs/job-runner.ts';
import { adoptTable, dropTable, scratchName } from '../store/scratch-tables.ts';

/** Does, in the transaction that ends a review, what makes its rows a dataset. */
export type Keep<T> = (
  session: Session,
  imported: ImportedSource,
  onProgress: WatchedSteps['onProgress'],
) => Promise<T>;

/**
 * A file between its arrival and its import. What was read of it is kept, so that a rule switched reads nothing again,
 * another mapping reads the rows but profiles no columns, and an import takes over the rows that were looked at.
 * One call at a time.
 */
export class Review {
  readonly #engine: Engine;
  readonly #path: string;
  #opened: OpenedSource | undefined;
  /** The choice of sheets that the file is open with. */
  #sheets = '';
  #columns: ColumnProfile[] | undefined;
  #staged: StagedSource | undefined;

  constructor(engine: Engine, path: string) {
    this.#engine = engine;
    this.#path = path;
  }

  /** Says all that is known of the file, read as the options say. */
  async inspect(options: ReadingOptions, job: JobContext): Promise<Inspection> {
    const steps = watchSteps(job);
    const opened = await this.#open(options, job, steps);
    const asked = mappingAsked(opened, options.mapping);
    const staged = isStageable(opened, asked) ? await this.#stage(opened, asked.mapping, steps) : null;
    const rules = options.rules ?? defaultRules;
    return this.#engine.transaction(async (session) => {
      const columns = await this.#profile(session, opened, steps);
      return inspectionOf(steps, session, { opened, columns, asked, staged, rules });
    }, steps.watch);
  }

  /**
   * Gives the rows, read as the options say, to `keep` in a table of that name: all in one transaction, after which the table
   * is no longer the review's. Throws `mapping-incomplete`, `nothing-kept` and what `keep` throws.
   */
  async adopt<T>(options: ReadingOptions, table: string, job: JobContext, keep: Keep<T>): Promise<T> {
    const steps = watchSteps(job);
    const opened = await this.#open(options, job, steps);
    const asked = mappingAsked(opened, options.mapping);
    if (asked.incomplete !== null) throw asked.incomplete;
    const staged = await this.#stage(opened, asked.mapping, steps);
    const adopted = { opened, asked, staged: { ...staged, table }, rules: options.rules ?? defaultRules };
    const kept = await this.#engine.transaction(async (session) => {
      await adoptTable(session, staged.table, table);
      const imported = await accountFor(steps, session, adopted);
      refuseNothingKept(imported.ledger, imported.source.name);
      return keep(session, imported, steps.onProgress);
    }, steps.watch);
    this.#staged = undefined;
    return kept;
  }

  /** Lets go of all that is kept of the file. */
  async close(): Promise<void> {
    const [opened, staged] = [this.#opened, this.#staged];
    this.#opened = undefined;
    this.#columns = undefined;
    this.#staged = undefined;
    await opened?.source.close();
    if (staged !== undefined) await dropTable(this.#engine, staged.table);
  }

  async #open(options: ReadingOptions, { signal }: JobContext, steps: WatchedSteps): Promise<OpenedSource> {
    const sheets = JSON.stringify(options.sheets ?? null);
    if (this.#opened !== undefined && this.#sheets === sheets) return this.#opened;
    const effects = { engine: this.#engine, signal, onProgress: steps.onProgress };
    const opened = await this.#engine.transaction(
      (session) => openForReading(effects, session, this.#path, options),
      steps.watch,
    );
    await this.close();
    this.#opened = opened;
    this.#sheets = sheets;
    return opened;
  }

  async #profile(session: Session, opened: OpenedSource, steps: WatchedSteps): Promise<ColumnProfile[]> {
    this.#columns ??= await describeColumns(steps, session, opened);
    return this.#columns;
  }

  async #stage(opened: OpenedSource, mapping: Mapping, steps: WatchedSteps): Promise<StagedSource> {
    const former = this.#staged;
    if (former !== undefined && isStagedBy(former, mapping)) return former;
    const staged = await this.#engine.transaction(
      async (session) => stageSource(steps, session, opened, mapping, await scratchName(session)),
      steps.watch,
    );
    this.#staged = staged;
    if (former !== undefined) await dropTable(this.#engine, former.table);
    return staged;
  }
}
