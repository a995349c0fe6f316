import { figures } from '@clientele/charts';
import { en, type TextKey } from '@clientele/texts';
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../lib/use-text.ts';
import classes from './Guide.module.css';

const isTerm = (key: string): key is `term.${'recency'}` => key.startsWith('term.') && !key.endsWith('.name');
const terms = Object.keys(en).filter(isTerm);

interface Entry {
  key: string;
  name: string;
  help: string;
}

function Entries({ title, entries }: { title: string; entries: readonly Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {entries.map(({ key, name, help }) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>{help}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Every term and every figure in plain words, with a search. */
export function GuideContents() {
  const text = useText();
  const [sought, setSought] = useState('');
  const fits = ({ name, help }: Entry) => `${name} ${help}`.toLowerCase().includes(sought.trim().toLowerCase());
  const ofTerms = terms
    .map((key): Entry => ({ key, name: text(`${key}.name` as TextKey), help: text(key) }))
    .sort((one, other) => one.name.localeCompare(other.name))
    .filter(fits);
  const ofFigures = figures
    .map(({ id, name, help }): Entry => ({ key: id, name: text(name), help: text(help) }))
    .filter(fits);
  return (
    <div className={classes.guide}>
      <TextInput
        aria-label={text('guide.search')}
        placeholder={text('guide.search')}
        leftSection={<IconSearch size={16} stroke={1.7} aria-hidden="true" />}
        value={sought}
        onChange={({ currentTarget }) => setSought(currentTarget.value)}
        data-autofocus
      />
      <Entries title={text('guide.terms')} entries={ofTerms} />
      <Entries title={text('guide.figures')} entries={ofFigures} />
      {ofTerms.length + ofFigures.length === 0 && <p>{text('guide.nothing', { sought })}</p>}
    </div>
  );
}
