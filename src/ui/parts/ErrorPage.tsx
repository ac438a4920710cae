import type { ReactNode } from 'react'
import { Illustration } from '../brand/Illustration'
import { ButtonLink } from '../forms/Button'
import { T } from '../T'
import { useTexts } from '../useTexts'
import { Heading, type Level } from './Heading'

export type ErrorPageProps = {
  code: number
  title?: ReactNode
  lead?: ReactNode
  /** The log's number, for who will look for it. */
  reference?: string
  homeHref?: string
  /** 1, unless it stands within another page. */
  level?: Level
  /** Another way out: a search box, a sign-in link. */
  children?: ReactNode
}

/** What went wrong and the way out; never whose fault. */
export function ErrorPage({
  code,
  title,
  lead,
  reference,
  homeHref = '/',
  level = 1,
  children,
}: ErrorPageProps) {
  const t = useTexts().errors
  const words =
    code === 403 || code === 401
      ? [t.forbidden, t.forbiddenLead]
      : code === 404 || code === 410
        ? [t.missing, t.missingLead]
        : code >= 500
          ? [t.broken, t.brokenLead]
          : [t.other, t.otherLead]
  return (
    <div className="page page--text error-page">
      <Illustration name={code >= 500 ? 'bench' : code === 404 ? 'road' : 'drawer'} />
      <p className="kicker">{t.code(code)}</p>
      <Heading level={level}>
        <T>{title ?? words[0]}</T>
      </Heading>
      <p className="lead">
        <T>{lead ?? words[1]}</T>
      </p>
      {reference && (
        <p className="soft">
          <T>{`${t.reference} :`}</T> <code>{reference}</code>
        </p>
      )}
      {children}
      <div className="actions">
        <ButtonLink kind="main" href={homeHref}>
          {t.home}
        </ButtonLink>
      </div>
    </div>
  )
}
