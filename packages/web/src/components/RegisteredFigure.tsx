import type { FigureChoices, FigureContext, FigureDefinition, FigureSources, Source } from '@clientele/charts';
import { useMemo } from 'react';
import { useFigureSetting } from '../lib/use-formats.ts';
import { useText } from '../lib/use-text.ts';
import { FigureView, type FigureViewProps } from './FigureView.tsx';

export interface RegisteredFigureProps<Needed extends Source>
  extends Omit<FigureViewProps, 'figure' | 'name' | 'help' | 'empty'> {
  definition: FigureDefinition<Needed>;
  /** Undefined while they are on their way. */
  sources: Pick<FigureSources, Needed> | undefined;
  choices?: FigureChoices;
  /** In place of the segmentation shown: names of another one's segments. */
  context?: FigureContext;
  /** What stands where the data have nothing for the figure; left out, nothing does. */
  empty?: FigureViewProps['empty'];
}

const noChoices: FigureChoices = {};

/** A figure by its definition: made from its sources, drawn with its states, its name and its help. Nothing where the data have nothing for it. */
export function RegisteredFigure<Needed extends Source>(props: RegisteredFigureProps<Needed>) {
  const { definition, sources, choices = noChoices, context, empty, ...view } = props;
  const setting = useFigureSetting();
  const text = useText();
  const figure = useMemo(
    () => (sources === undefined ? null : definition.make(sources, { ...setting, ...context, choices })),
    [definition, sources, setting, context, choices],
  );
  if (sources !== undefined && figure === null && empty === undefined) return null;
  return (
    <FigureView
      {...view}
      figure={figure}
      name={text(definition.name)}
      help={text(definition.help)}
      {...(sources !== undefined && figure === null && { empty })}
    />
  );
}
