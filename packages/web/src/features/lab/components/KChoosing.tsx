import type { Job } from '@clientele/contracts';
import { Block } from '../../../components/Block.tsx';
import { FigureFrame } from '../../../components/FigureFrame.tsx';
import { Progress } from '../../../components/Progress.tsx';
import { useText } from '../../../lib/use-text.ts';
import type { RecipeForm } from '../hooks/recipe-form.ts';

export interface KChoosingProps {
  form: Pick<RecipeForm, 'fromK' | 'toK'>;
  job: Job | null;
  /** True where former figures stand below until the new ones are there. */
  hasFormer: boolean;
  onCancel: () => void;
}

/** The argument for a k while it is on its way. */
export function KChoosing({ form, job, hasFormer, onCancel }: KChoosingProps) {
  const text = useText();
  return (
    <FigureFrame
      title={text('lab.choosing')}
      subtitle={text('lab.choosing.subtitle', { from: form.fromK, to: form.toK })}
    >
      <Progress job={job} label={text('lab.choosing.start')} onCancel={onCancel} />
      {!hasFormer && (
        <div style={{ display: 'grid', gap: 16, paddingTop: 12 }}>
          <Block height={196} />
          <Block height={280} />
        </div>
      )}
    </FigureFrame>
  );
}
