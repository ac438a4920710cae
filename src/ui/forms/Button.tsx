import { type ReactNode, useId } from 'react'
import { Icon, type IconName } from '../brand/Icon'
import { cx } from '../classes'
import { T } from '../T'

/** `main`: the one main act of a page. `danger`: what cannot be undone. */
export type ButtonKind = 'main' | 'secondary' | 'quiet' | 'danger'

type Look = {
  kind?: ButtonKind
  icon?: IconName
  small?: boolean
  /** What it costs or makes irreversible; stands beside it and is heard with it. */
  note?: ReactNode
  children: ReactNode
}

export type ButtonProps = Look & {
  type?: 'submit' | 'button'
  name?: string
  value?: string
  /** Of a form elsewhere in the page. */
  form?: string
  formAction?: string
  disabled?: boolean
  /** When several buttons say the same: « Retirer Marie de la réponse ». */
  label?: string
}

export type ButtonLinkProps = Look & {
  href: string
  label?: string
  rel?: string
  download?: boolean | string
}

const look = (kind: ButtonKind = 'secondary', small?: boolean) =>
  cx('button', `button--${kind}`, small && 'button--small')

export function Button({
  kind = 'main',
  icon,
  small,
  note,
  children,
  label,
  type = 'submit',
  ...native
}: ButtonProps) {
  return (
    <Noted note={note}>
      {(noteId) => (
        <button
          className={look(kind, small)}
          type={type}
          aria-label={label}
          aria-describedby={noteId}
          {...native}
        >
          {icon && <Icon name={icon} />}
          <span>
            <T>{children}</T>
          </span>
        </button>
      )}
    </Noted>
  )
}

export function ButtonLink({ kind, icon, small, note, children, label, href, ...native }: ButtonLinkProps) {
  return (
    <Noted note={note}>
      {(noteId) => (
        <a className={look(kind, small)} href={href} aria-label={label} aria-describedby={noteId} {...native}>
          {icon && <Icon name={icon} />}
          <span>
            <T>{children}</T>
          </span>
        </a>
      )}
    </Noted>
  )
}

function Noted({ note, children }: { note: ReactNode; children: (noteId: string | undefined) => ReactNode }) {
  const id = useId()
  if (!note) return children(undefined)
  return (
    <span className="act">
      {children(id)}
      <span className="act__note" id={id}>
        <T>{note}</T>
      </span>
    </span>
  )
}

/** Buttons in a row, the main one first. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="actions">{children}</div>
}

export type PostButtonProps = ButtonProps & {
  action: string
  hidden?: Readonly<Record<string, string | number | undefined>>
}

/** A form that is only a button: an act that needs no other answer. */
export function PostButton({ action, hidden = {}, kind = 'secondary', ...button }: PostButtonProps) {
  return (
    <form className="post" method="post" action={action}>
      {Object.entries(hidden).map(([name, value]) =>
        value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Button kind={kind} {...button} />
    </form>
  )
}
