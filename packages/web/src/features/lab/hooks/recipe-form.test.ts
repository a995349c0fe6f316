import {
  type Dataset,
  type Method,
  methods,
  methodTable,
  recipeInputSchema,
  type Segmentation,
} from '@clientele/contracts';
import { createText, en } from '@clientele/texts';
import { describe, expect, it } from 'vitest';
import { methodGroups, methodRefusal } from './method-groups.ts';
import { fieldsOf, parameterFault, parameterOf, rangeText } from './parameter-values.ts';
import {
  chooseRefusal,
  formRefusal,
  type RecipeForm,
  readForm,
  recipeOf,
  startForm,
  withMethod,
} from './recipe-form.ts';
import { isSameRecipe } from './same-recipe.ts';

const text = createText(en, 'en-GB');
const feature = (id: string, unit: 'number' | 'category' = 'number') => ({ id, unit, label: id, suggested: true });
const dataset = {
  features: [feature('age'), feature('income'), feature('plan', 'category')],
} as unknown as Dataset;
const numbers = { features: dataset.features.slice(0, 2) } as unknown as Dataset;
const form = (patch: Partial<RecipeForm> = {}): RecipeForm => ({ ...startForm(numbers, null), ...patch });

/** The recipe that the server keeps: the method's own parameters filled in, the others absent. */
const kept = (input: RecipeForm): Pick<Segmentation, 'document'> =>
  ({
    document: { recipe: JSON.parse(JSON.stringify(recipeOf(input, {}))), model: { k: 4 } },
  }) as unknown as Pick<Segmentation, 'document'>;

describe('the recipe that is sent', () => {
  it('holds the parameters of its own method and of no other', () => {
    const full = form({
      eps: 0.5,
      minSamples: 7,
      batchRows: 100,
      gamma: 2,
      selection: 'leaf',
      covariance: 'tied',
      height: 3,
    });
    const special = ['batchRows', 'height', 'covariance', 'gamma', 'eps', 'minClusterSize', 'minSamples', 'selection'];
    for (const method of methods) {
      const sent: Record<string, unknown> = JSON.parse(JSON.stringify(recipeOf({ ...full, method }, {})));
      const own: readonly string[] = methodTable[method].parameters;
      expect(
        special.filter((name) => name in sent),
        method,
      ).toEqual(special.filter((name) => own.includes(name)));
      expect(recipeInputSchema.safeParse(sent).success, method).toBe(true);
    }
  });

  it('fills in what the form does not hold, and leaves nothing of another method behind', () => {
    expect(recipeOf(form({ method: 'hdbscan', minSamples: 9 }), {})).toMatchObject({
      minSamples: 9,
      minClusterSize: 'auto',
      selection: 'eom',
    });
    expect(recipeOf(form({ method: 'dbscan', k: 7, starts: 99, seed: 5 }), {})).toMatchObject({
      k: 'auto',
      starts: 10,
      seed: 1,
    });
  });

  it('has no k where the tree is cut at a height', () => {
    expect(recipeOf(form({ method: 'ward', k: 5, height: 12 }), {}).k).toBe('auto');
    expect(recipeOf(form({ method: 'ward', k: 5, height: 'none' }), {}).k).toBe(5);
    expect(recipeOf(form({ method: 'kmeans', k: 5, height: 12 }), {}).k).toBe(5);
  });

  it('takes the three features of RFM scores', () => {
    expect(recipeOf(form({ method: 'rfm' }), {}).features).toEqual(['recency', 'frequency', 'monetary']);
  });
});

describe('the same recipe', () => {
  it.each(methods)('is known again for %s', (method) => {
    const made = form({ method });
    expect(isSameRecipe(recipeOf(made, {}), kept(made))).toBe(true);
  });
  const changes: [Method, Partial<RecipeForm>][] = [
    ['minibatch', { batchRows: 100 }],
    ['ward', { height: 2 }],
    ['gmm', { covariance: 'tied' }],
    ['kprototypes', { gamma: 1 }],
    ['dbscan', { eps: 1 }],
    ['hdbscan', { selection: 'leaf' }],
  ];
  it.each(changes)('is another for %s with %j', (method, change) => {
    expect(isSameRecipe(recipeOf(form({ method, ...change }), {}), kept(form({ method })))).toBe(false);
  });
  it('does not mind a parameter of another method', () => {
    const changed = form({ method: 'kmeans', eps: 3, covariance: 'tied' });
    expect(isSameRecipe(recipeOf(changed, {}), kept(form()))).toBe(true);
  });
});

describe('another method', () => {
  it('that needs a category gets those on offer where none is chosen', () => {
    expect(withMethod(form({ features: ['age'] }), 'kprototypes', dataset)).toEqual({
      method: 'kprototypes',
      features: ['age', 'plan'],
    });
    expect(withMethod(form({ features: ['plan'] }), 'kprototypes', dataset)).toEqual({ method: 'kprototypes' });
    expect(withMethod(form({ features: ['age'] }), 'ward', dataset)).toEqual({ method: 'ward' });
  });
});

describe('what is refused', () => {
  it('is a recipe without features, and k-prototypes without a category', () => {
    expect(formRefusal(form(), numbers, text)).toBeNull();
    expect(formRefusal(form({ features: [] }), numbers, text)).toBe('Choose at least one feature');
    expect(formRefusal(form({ method: 'rfm', features: [] }), numbers, text)).toBeNull();
    expect(formRefusal(form({ method: 'kprototypes' }), dataset, text)).toContain('needs a category');
    expect(formRefusal(form({ method: 'kprototypes', features: ['age', 'plan'] }), dataset, text)).toBeNull();
  });
  it('is a parameter outside its range, of the chosen method only', () => {
    expect(formRefusal(form({ starts: 0 }), numbers, text)).toBe('Starts: a whole number from 1 to 1,000');
    expect(formRefusal(form({ starts: 0, method: 'ward' }), numbers, text)).toBeNull();
    expect(formRefusal(form({ eps: 0, method: 'dbscan' }), numbers, text)).toBe(
      'Radius (eps): a number above 0, or empty for auto',
    );
  });
  it('is choosing k where there is none', () => {
    expect(chooseRefusal(form(), text)).toBeNull();
    expect(chooseRefusal(form({ method: 'hdbscan' }), text)).toBe('HDBSCAN has no k to choose');
    expect(chooseRefusal(form({ method: 'single', height: 1 }), text)).toContain('height');
  });
  it('is a method that the dataset does not allow', () => {
    expect(methodRefusal('kprototypes', numbers, text)).toContain('has none');
    expect(methodRefusal('kprototypes', dataset, text)).toBeNull();
    expect(methodRefusal('rfm', dataset, text)).toContain('order lines');
    const groups = methodGroups(numbers, text);
    expect(groups.map(({ group }) => group)).toEqual(['Centres', 'Hierarchical', 'Mixture', 'Density', 'Scores']);
    const items = groups.flatMap((group) => group.items);
    expect(items.map(({ value }) => value).sort()).toEqual([...methods].sort());
    expect(items.filter(({ disabled }) => disabled).map(({ value }) => value)).toEqual(['kprototypes', 'rfm']);
  });
});

describe('the fields of a method', () => {
  it('are its parameters but those of the range of k', () => {
    expect(fieldsOf('kmeans')).toEqual(['starts', 'seed']);
    expect(fieldsOf('dbscan')).toEqual(['eps', 'minSamples']);
    expect(fieldsOf('rfm')).toEqual([]);
  });
  it('take their word, their range and their choices from the table', () => {
    expect(parameterFault('eps', 'auto', text)).toBeNull();
    expect(parameterFault('eps', 'none', text)).not.toBeNull();
    expect(parameterFault('starts', 2.5, text)).not.toBeNull();
    expect(parameterFault('gamma', 0, text)).toBeNull();
    expect(parameterFault('gamma', Number.NaN, text)).not.toBeNull();
    expect(parameterFault('selection', 'leaf', text)).toBeNull();
    expect(parameterFault('selection', 'root', text)).toBe('one of eom, leaf');
    expect(rangeText(parameterOf('minClusterSize'), text)).toBe(
      'a whole number from 2 to 10,000,000, or empty for auto',
    );
  });
  it('come back from what was written down, without what is out of range', () => {
    const text = JSON.parse(JSON.stringify(form({ method: 'dbscan', eps: -1, minSamples: 4 })));
    expect(readForm(text, numbers)).toMatchObject({ method: 'dbscan', minSamples: 4 });
    expect(readForm(text, numbers)?.eps).toBeUndefined();
    expect(readForm({ ...text, method: 'nothing' }, numbers)).toBeNull();
    expect(readForm('nothing', numbers)).toBeNull();
  });
});
