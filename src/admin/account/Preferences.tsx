'use client'

import { useTheme, useTranslation } from '@payloadcms/ui'
import { type ChangeEvent, type ReactNode, useId } from 'react'
import { isLang } from '@/core/lang'
import type { fr } from '../i18n/fr'

/** Language and appearance of the admin: kept in a cookie of this browser. */
export function Preferences({ texts }: { texts: typeof fr.account }) {
  const { i18n, switchLanguage } = useTranslation()
  const { autoMode, setTheme, theme } = useTheme()
  const changeLanguage = (event: ChangeEvent<HTMLSelectElement>) => {
    const lang = event.target.value
    if (isLang(lang)) void switchLanguage?.(lang)
  }
  const changeTheme = (event: ChangeEvent<HTMLSelectElement>) => {
    // Payload's type forgets `auto`, which its own settings pass.
    setTheme(event.target.value as typeof theme)
  }
  return (
    <>
      <Choice label={texts.language} value={i18n.language} onChange={changeLanguage}>
        <option value="fr">français</option>
        <option value="en">English</option>
      </Choice>
      <Choice label={texts.theme} value={autoMode ? 'auto' : theme} onChange={changeTheme}>
        <option value="auto">{texts.auto}</option>
        <option value="light">{texts.light}</option>
        <option value="dark">{texts.dark}</option>
      </Choice>
      <p className="settings__hint">{texts.kept}</p>
    </>
  )
}

type ChoiceProps = {
  label: string
  value: string
  onChange: (event: ChangeEvent<HTMLSelectElement>) => void
  children: ReactNode
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
  const id = useId()
  return (
    <p className="settings__choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={onChange}>
        {children}
      </select>
    </p>
  )
}
