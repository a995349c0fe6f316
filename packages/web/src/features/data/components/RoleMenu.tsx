import { type Mapping, type Role, type RoleGuess, roles } from '@clientele/contracts';
import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { formatsFor } from '../../../lib/formats-for.ts';
import { useText } from '../../../lib/use-text.ts';
import { moneyRoles } from './column-layout.ts';
import classes from './RoleMenu.module.css';

export interface RoleMenuProps {
  column: string;
  /** The role the column plays, or null. */
  role: Role | null;
  guess: RoleGuess | null;
  mapping: Mapping;
  currencySign: string;
  /** For a table of customers: the column is on offer as a feature. */
  isFeature: boolean;
  onChange: (role: Role | null) => void;
}

const customerRoles: readonly Role[] = ['customer', 'country'];
const unsure = 0.6;

/** The role a column plays, with the reason for the guess, and the others to choose from. */
export function RoleMenu({ column, role, guess, mapping, currencySign, isFeature, onChange }: RoleMenuProps) {
  const text = useText();
  const formats = formatsFor(null);
  const offered = mapping.kind === 'orders' ? roles : customerRoles;
  const none = text(isFeature ? 'roles.feature' : 'roles.none');
  const sign = role !== null && moneyRoles.has(role) && currencySign !== '' ? `, ${currencySign}` : '';
  const label = role === null ? none : `${text(`role.${role}.label`)}${sign}`;
  const isGuess = guess !== null && guess.role === role;
  const isUnsure = isGuess && guess.confidence < unsure;
  return (
    <Menu width={260}>
      <Menu.Target>
        <button
          type="button"
          className={classes.button}
          data-quiet={role === null || undefined}
          data-unsure={isUnsure || undefined}
          aria-label={text('roles.of', { column, role: label })}
        >
          <span>{label}</span>
          <IconChevronDown size={13} stroke={1.7} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown mah={480} style={{ overflowY: 'auto' }}>
        {guess !== null && (
          <>
            <div className={classes.why}>
              <strong>
                {text('roles.guess', {
                  role: text(`role.${guess.role}.label`),
                  share: formats.share(guess.confidence, 0),
                })}
              </strong>
              <span>{guess.why}</span>
            </div>
            <Menu.Divider />
          </>
        )}
        {offered.map((item) => {
          const player = mapping.roles[item];
          return (
            <Menu.RadioItem
              key={item}
              value={item}
              checked={item === role}
              closeMenuOnClick
              rightSection={
                player === undefined || item === role ? null : (
                  <span className={classes.player} aria-hidden="true">
                    {player}
                  </span>
                )
              }
              onChange={() => onChange(item)}
            >
              {text(`role.${item}.label`)}
            </Menu.RadioItem>
          );
        })}
        <Menu.Divider />
        <Menu.RadioItem value="" checked={role === null} closeMenuOnClick onChange={() => onChange(null)}>
          {none}
        </Menu.RadioItem>
      </Menu.Dropdown>
    </Menu>
  );
}
