import { T } from '../T'
import { useTexts } from '../useTexts'
import { fieldId, firstWrong, useForm } from './context'

/**
 * What to mend, at the head of the form, with the way to each. The first field to mend has the focus; where there is none,
 * this has it.
 */
export function ErrorSummary() {
  const { id, errors } = useForm()
  const t = useTexts().form
  const entries = Object.entries(errors).filter((entry): entry is [string, string] => Boolean(entry[1]))
  if (entries.length === 0) return null
  const titleId = `${id}-erreurs-titre`
  return (
    <div
      className="summary"
      id={`${id}-erreurs`}
      role="alert"
      aria-labelledby={titleId}
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: after a refusal the reader must be where it is said.
      autoFocus={firstWrong(errors) === undefined}
    >
      <h2 className="summary__title" id={titleId}>
        {entries.length === 1 ? t.errorsOne : t.errorsMany(entries.length)}
      </h2>
      <ul className="summary__list">
        {entries.map(([name, message]) => (
          <li key={name}>
            {name === '' ? (
              <T>{message}</T>
            ) : (
              <a href={`#${fieldId(id, name)}`}>
                <T>{message}</T>
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
