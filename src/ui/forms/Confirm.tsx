import { createElement, type ReactNode } from 'react'
import { T } from '../T'
import { useTexts } from '../useTexts'
import { Button, type ButtonKind } from './Button'

export type ConfirmProps = {
  /** The first button, a verb followed by …: « Quitter la mission… ». */
  label: ReactNode
  /** « Quitter cette mission ? » */
  question: ReactNode
  /** What will happen and what cannot be undone, in one or two sentences. */
  consequence: ReactNode
  /** The verb again: « Quitter la mission ». */
  confirm: ReactNode
  action: string
  hidden?: Readonly<Record<string, string | number | undefined>>
  /** Further fields, such as a reason. */
  children?: ReactNode
  kind?: Extract<ButtonKind, 'danger' | 'main'>
  /** Shown open, after a refusal. */
  open?: boolean
}

/**
 * An act asked twice, without script: the first button unfolds what follows from it. The element around it
 * adds Escape and a button to fold it again.
 */
export function Confirm(props: ConfirmProps) {
  const {
    label,
    question,
    consequence,
    confirm,
    action,
    hidden = {},
    children,
    kind = 'danger',
    open,
  } = props
  const t = useTexts().form
  return createElement(
    'confirm-panel',
    { 'data-back': t.back },
    <details className="confirm" open={open}>
      <summary className={kind === 'danger' ? 'button button--danger' : 'button button--secondary'}>
        <T>{label}</T>
      </summary>
      <form className="confirm__panel" method="post" action={action}>
        {Object.entries(hidden).map(([name, v]) =>
          v === undefined ? null : <input key={name} type="hidden" name={name} value={v} />,
        )}
        <p className="confirm__question">
          <T>{question}</T>
        </p>
        <p>
          <T>{consequence}</T>
        </p>
        {children}
        <div className="actions">
          <Button kind={kind}>{confirm}</Button>
        </div>
      </form>
    </details>,
  )
}
