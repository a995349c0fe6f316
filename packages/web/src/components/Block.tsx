import classes from './Block.module.css';

/** A block of subtle ground in the final size, standing where something will be. */
export function Block({ height, width }: { height: number | string; width?: number | string }) {
  return <div className={classes.block} style={{ height, width: width ?? '100%' }} aria-hidden="true" />;
}
