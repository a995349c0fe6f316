import { expect, it } from 'vitest';
import { newestOf } from './newest.ts';

/** Answers when told to, and remembers what it was asked. */
function slowAnswers() {
  const asked: string[] = [];
  const open: { resolve: (answer: string) => void; reject: (error: Error) => void }[] = [];
  const shown: string[] = [];
  const failures: unknown[] = [];
  const newest = newestOf<string, string>({
    send: (input) => {
      asked.push(input);
      return new Promise((resolve, reject) => open.push({ resolve, reject }));
    },
    onAnswer: (answer) => shown.push(answer),
    onError: (error) => failures.push(error),
  });
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return { asked, open, shown, failures, newest, settled };
}

it('asks for the newest next and leaves out what lies between', async () => {
  const { asked, open, shown, newest, settled } = slowAnswers();
  for (const input of ['1', '2', '3', '4']) newest.ask(input);
  expect(asked).toEqual(['1']);
  open[0]?.resolve('one');
  await settled();
  expect(asked).toEqual(['1', '4']);
  open[1]?.resolve('four');
  await settled();
  expect(shown).toEqual(['one', 'four']);
  newest.ask('5');
  expect(asked).toEqual(['1', '4', '5']);
});

it('tells a failure only where nothing newer waits', async () => {
  const { open, shown, failures, newest, settled } = slowAnswers();
  newest.ask('1');
  newest.ask('2');
  open[0]?.reject(new Error('gone'));
  await settled();
  expect(failures).toEqual([]);
  open[1]?.reject(new Error('gone again'));
  await settled();
  expect(failures).toEqual([new Error('gone again')]);
  newest.ask('3');
  open[2]?.resolve('three');
  await settled();
  expect(shown).toEqual(['three']);
});

it('says nothing more once it is closed', async () => {
  const { asked, open, shown, failures, newest, settled } = slowAnswers();
  newest.ask('1');
  newest.ask('2');
  newest.close();
  open[0]?.resolve('one');
  await settled();
  newest.ask('3');
  expect([asked, shown, failures]).toEqual([['1'], [], []]);
});
