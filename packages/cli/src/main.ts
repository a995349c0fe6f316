import { exitCode, isClienteleError, version } from '@clientele/contracts';
import { Command, CommanderError } from 'commander';
import { addChooseK } from './commands/choose-k.ts';
import { addCompare } from './commands/compare.ts';
import { addExplain } from './commands/explain.ts';
import { addInspect } from './commands/inspect.ts';
import { addPredict } from './commands/predict.ts';
import { addReport } from './commands/report.ts';
import { addRfmGrid } from './commands/rfm-grid.ts';
import { addRules } from './commands/rules.ts';
import { addSegment } from './commands/segment.ts';
import { addServe } from './commands/serve.ts';
import { addVerify } from './commands/verify.ts';
import { note } from './output/print.ts';

function createProgram(): Command {
  const program = new Command('clientele')
    .description('Customer segments that are named, explained, proven and ready to act on.')
    .version(version)
    .configureOutput({ outputError: () => undefined })
    .showSuggestionAfterError(true)
    .exitOverride();
  for (const add of [
    addServe,
    addInspect,
    addSegment,
    addChooseK,
    addRfmGrid,
    addCompare,
    addPredict,
    addExplain,
    addRules,
    addVerify,
    addReport,
  ])
    add(program);
  for (const command of program.commands) command.exitOverride().configureOutput({ outputError: () => undefined });
  return program;
}

/** Runs the command line. Exits 0 on success, 2 on wrong usage, 1 on a failure, with one sentence on stderr. */
export async function run(args: readonly string[]): Promise<void> {
  const program = createProgram();
  try {
    if (args.length === 0) {
      process.stdout.write(program.helpInformation());
      process.exitCode = 2;
      note('clientele: no command was given; choose one of those above.');
      return;
    }
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    process.exitCode = report(error);
  }
}

function report(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    const text = error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ');
    note(`clientele: ${text}${/[.?)]$/.test(text) ? '' : '.'} See clientele --help.`);
    return 2;
  }
  if (isClienteleError(error)) {
    note(`clientele: ${error.message}`);
    return exitCode(error.code);
  }
  const text = error instanceof Error ? error.message : String(error);
  note(`clientele: something failed that should not have: ${text.split('\n')[0]}`);
  if (process.env.CLIENTELE_DEBUG && error instanceof Error) note(error.stack ?? '');
  return 1;
}
