import { T } from '../T'
import { useTexts } from '../useTexts'

export type Step = { label: string; href?: string }

/** Where one stands in a story of several steps; `current` counts from 0, `steps.length` when all is done. */
export function StepIndicator({
  steps,
  current,
  label,
}: {
  steps: readonly Step[]
  current: number
  label?: string
}) {
  const t = useTexts().steps
  return (
    <nav className="steps" aria-label={label ?? t.nav}>
      <ol>
        {steps.map((step, i) => {
          const state = i < current ? 'done' : i === current ? 'current' : 'next'
          const text = (
            <>
              <T>{step.label}</T>
              <span className="visually-hidden">, {t[state]}</span>
            </>
          )
          return (
            <li
              key={step.label}
              className={`steps__step steps__step--${state}`}
              aria-current={state === 'current' ? 'step' : undefined}
            >
              {step.href && state === 'done' ? <a href={step.href}>{text}</a> : <span>{text}</span>}
            </li>
          )
        })}
      </ol>
      {current < steps.length && <p className="steps__where">{t.where(current + 1, steps.length)}</p>}
    </nav>
  )
}
