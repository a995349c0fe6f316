import { useScheme } from '../../../../lib/use-scheme.ts';
import { letterOf } from '../hooks/brush-keys.ts';
import { groupFill } from '../hooks/group-fill.ts';
import { noGroup } from '../hooks/rfm-cells.ts';
import classes from './GroupLegend.module.css';

/** The ground and letter of a group as on the map. Its name must stand beside it. */
export function Swatch({ group }: { group: number }) {
  const scheme = useScheme();
  return (
    <span className={classes.swatch} data-none={group === noGroup || undefined} style={groupFill(group, scheme)}>
      {group === noGroup ? '' : letterOf(group)}
    </span>
  );
}
