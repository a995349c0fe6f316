import { type Dataset, type Filters, type Segmentation, takesK } from '@clientele/contracts';
import { Button } from '@mantine/core';
import { IconDeviceFloppy, IconPlayerPlay } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { Block } from '../../../components/Block.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorBlock } from '../../../components/ErrorBlock.tsx';
import { PageHead } from '../../../components/PageHead.tsx';
import { Progress } from '../../../components/Progress.tsx';
import { useFigureContext } from '../../../lib/use-formats.ts';
import { useSegmentation } from '../../../lib/use-segmentation.ts';
import { useFeatureShapes } from '../api/use-feature-shapes.ts';
import { useResult } from '../api/use-result.ts';
import { chooseRefusal, formRefusal, recipeOf } from '../hooks/recipe-form.ts';
import { isSameRecipe } from '../hooks/same-recipe.ts';
import { useKChoice } from '../hooks/use-k-choice.ts';
import { useLabState } from '../hooks/use-lab-state.ts';
import { useRun } from '../hooks/use-run.ts';
import { KChoicePanel } from './KChoicePanel.tsx';
import { KChoosing } from './KChoosing.tsx';
import classes from './Lab.module.css';
import { RecipeForm } from './RecipeForm.tsx';
import { RecipeMenu } from './RecipeMenu.tsx';
import { ResultPanel } from './ResultPanel.tsx';
import { SaveDialog } from './SaveDialog.tsx';

const RfmStudio = lazy(async () => ({ default: (await import('../rfm/components/RfmStudio.tsx')).RfmStudio }));

export interface LabProps {
  dataset: Dataset;
  filters: Filters;
  /** The segmentation shown, to start from. */
  shown: Segmentation | null;
}

/** Up to so many customers quality over k is measured on entering; above, it takes long enough to be asked for. */
const eagerMost = 20_000;

/** The form at the left; the argument for k and what the recipe gave at the right. */
export function Lab({ dataset, filters, shown }: LabProps) {
  const state = useLabState(dataset, shown);
  const { form, change } = state;
  const { segmentations, show } = useSegmentation();
  const context = useFigureContext();
  const { formats, text } = context;
  const { from, to, countries } = filters;
  const dataFilters = { from, to, countries };
  const shapes = useFeatureShapes(dataFilters);
  const recipe = recipeOf(form, dataFilters);
  const running = useRun(dataset.id, state.setResult);
  const resultId = segmentations.find(({ id }) => id === state.result)?.id ?? shown?.id ?? null;
  const result = useResult(resultId);
  const segmentation = resultId !== null && result.data?.datasetId === dataset.id ? result.data : null;
  const [isSaving, setSaving] = useState(false);
  const refusal = formRefusal(form, dataset, text);
  const hasK = takesK(form.method);
  const choiceRefusal = refusal ?? chooseRefusal(form, text);
  const isEager = dataset.customers <= eagerMost && choiceRefusal === null;
  const choosing = useKChoice(dataset.id, recipe, { isEager, isPossible: choiceRefusal === null });
  const isChoosing = choosing.job.isRunning;
  const document = segmentation?.document;
  const asOf = document?.preparation.asOf ?? null;
  const counted = document?.customers ?? dataset.customers;

  return (
    <>
      <PageHead
        title={text('lab.title')}
        facts={
          asOf === null
            ? text('lab.facts', { n: counted, customers: formats.count(counted) })
            : text('lab.factsAsOf', { n: counted, customers: formats.count(counted), date: formats.date(asOf) })
        }
        actions={
          <>
            <RecipeMenu segmentation={segmentation} />
            <Button
              variant="filled"
              leftSection={<IconDeviceFloppy size={16} stroke={1.7} aria-hidden="true" />}
              disabled={segmentation === null || !segmentation.draft || running.isRunning}
              title={
                segmentation === null ? text('lab.runFirst') : segmentation.draft ? undefined : text('lab.isSaved')
              }
              onClick={() => setSaving(true)}
            >
              {text('lab.save')}
            </Button>
          </>
        }
      />
      <div className={classes.lab}>
        <section className={classes.form} aria-label={text('lab.recipe')}>
          {shapes.error !== null && <ErrorBlock error={shapes.error} onRetry={() => void shapes.refetch()} />}
          <RecipeForm dataset={dataset} filters={filters} form={form} shapes={shapes.shapes} onChange={change} />
          <div className={classes.foot}>
            {refusal !== null && <p className={classes.refusal}>{refusal}.</p>}
            <div className={classes.buttons}>
              {hasK && (
                <Button
                  onClick={() => void choosing.start()}
                  disabled={isChoosing || choiceRefusal !== null}
                  title={choiceRefusal ?? undefined}
                >
                  {text('lab.chooseK')}
                </Button>
              )}
              <Button
                variant="filled"
                leftSection={<IconPlayerPlay size={16} stroke={1.7} aria-hidden="true" />}
                onClick={() => void running.start(recipe)}
                disabled={running.isRunning || refusal !== null}
                title={refusal ?? undefined}
              >
                {text('lab.run')}
              </Button>
            </div>
          </div>
        </section>
        <div className={classes.results}>
          {form.method === 'rfm' && (
            <Suspense fallback={<Block height={480} />}>
              <RfmStudio
                dataset={dataset}
                filters={dataFilters}
                asOf={form.asOf}
                scheme={form.rfm}
                onChange={(rfm) => change({ rfm })}
                onLeave={() => change({ method: 'kmeans' })}
              />
            </Suspense>
          )}
          {isChoosing && (
            <KChoosing
              form={form}
              job={choosing.job.job}
              hasFormer={choosing.choice !== null}
              onCancel={choosing.job.cancel}
            />
          )}
          {choosing.job.error !== null && (
            <ErrorBlock error={choosing.job.error} onRetry={() => void choosing.start()} />
          )}
          {choosing.choice !== null && hasK && (
            <KChoicePanel
              choice={choosing.choice}
              evidence={choosing.evidence}
              picked={form.k}
              method={choosing.method}
              starts={choosing.starts}
              context={context}
              isOutdated={choosing.isOutdated}
              onPick={(k) => change({ k, fromK: Math.min(k, form.fromK), toK: Math.max(k, form.toK) })}
              onAgain={isChoosing || choiceRefusal !== null ? undefined : () => void choosing.start()}
            />
          )}
          {running.isRunning && <Progress job={running.job} label={text('lab.running')} onCancel={running.cancel} />}
          {running.error !== null && <ErrorBlock error={running.error} onRetry={() => void running.start(recipe)} />}
          {result.error !== null ? (
            <ErrorBlock error={result.error} onRetry={() => void result.refetch()} />
          ) : resultId === null ? (
            !running.isRunning &&
            !isChoosing &&
            choosing.choice === null && (
              <EmptyState height={240}>
                {text(hasK ? 'lab.nothingRunK' : 'lab.nothingRun')}
                {dataset.customers > eagerMost && ` ${text('lab.notByItself', { most: formats.count(eagerMost) })}`}
              </EmptyState>
            )
          ) : segmentation === null ? (
            <Block height={420} />
          ) : (
            <div data-stale={running.isRunning || undefined} className={classes.result}>
              <ResultPanel
                key={segmentation.id}
                segmentation={segmentation}
                dataset={dataset}
                isOutdated={!isSameRecipe(recipe, segmentation)}
                onTakeOver={() => state.takeOver(segmentation)}
              />
            </div>
          )}
        </div>
      </div>
      {isSaving && segmentation !== null && (
        <SaveDialog
          segmentation={segmentation}
          onClose={() => setSaving(false)}
          onSaved={(id) => {
            setSaving(false);
            show(id);
          }}
        />
      )}
    </>
  );
}
