import type { ReactNode } from 'react'
import { Icon } from '../brand/Icon'
import { T } from '../T'
import { useTexts } from '../useTexts'
import { Button } from './Button'
import { FormContext, type FormValues } from './context'

export type FilterBarProps = {
  action: string
  /** The fields: Select, TextInput, CheckboxGroup… all optional, which needs no saying. */
  children: ReactNode
  values?: FormValues
  /** How many filters are set; above 0 a link to `action` clears them. */
  active?: number
  hidden?: Readonly<Record<string, string | number | undefined>>
  /** Folded behind its title, for many fields. */
  folded?: boolean
  /** What its button says, where nothing is filtered. */
  act?: string
  /** Its name, when a page has two. */
  label?: string
}

/** Narrowing a list: a GET form, so that what is found has an address. */
export function FilterBar({
  action,
  children,
  values = {},
  active = 0,
  hidden = {},
  folded,
  act,
  label,
}: FilterBarProps) {
  const t = useTexts().form
  const form = (
    <FormContext value={{ id: 'filtre', errors: {}, values, free: true }}>
      <form className="filters" method="get" action={action} aria-label={label ?? t.filters}>
        {Object.entries(hidden).map(([key, v]) =>
          v === undefined ? null : <input key={key} type="hidden" name={key} value={v} />,
        )}
        {children}
        <div className="filters__acts">
          <Button kind="secondary" {...(act ? {} : { icon: 'filter' })}>
            {act ?? t.filter}
          </Button>
          {active > 0 && (
            <a className="filters__clear" href={action}>
              <T>{t.clear}</T>
            </a>
          )}
        </div>
      </form>
    </FormContext>
  )
  if (!folded) return form
  return (
    <details className="disclosure" open={active > 0}>
      <summary className="disclosure__summary">
        <Icon name="filter" /> {label ?? t.filters}
        {active > 0 && <span className="disclosure__more"> ({t.activeFilters(active)})</span>}
      </summary>
      {form}
    </details>
  )
}
