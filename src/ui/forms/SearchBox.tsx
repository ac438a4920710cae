import { useId } from 'react'
import { Icon } from '../brand/Icon'
import { useTexts } from '../useTexts'

export type SearchBoxProps = {
  action: string
  name?: string
  value?: string
  /** What is searched: « Rechercher un compagnon ». */
  label?: string
  hidden?: Readonly<Record<string, string | number | undefined>>
}

export function SearchBox({ action, name = 'q', value, label, hidden = {} }: SearchBoxProps) {
  const id = useId()
  const t = useTexts().form
  return (
    <search className="search">
      <form action={action} method="get">
        {Object.entries(hidden).map(([key, v]) =>
          v === undefined ? null : <input key={key} type="hidden" name={key} value={v} />,
        )}
        <label className="search__label" htmlFor={id}>
          {label ?? t.search}
        </label>
        <span className="search__row">
          <input className="input" id={id} type="search" name={name} defaultValue={value} />
          <button className="button button--secondary" type="submit">
            <Icon name="search" />
            <span className="search__word">{t.search}</span>
          </button>
        </span>
      </form>
    </search>
  )
}
