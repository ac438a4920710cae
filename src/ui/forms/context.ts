import { createContext, useContext } from 'react'

/** Refusals by field name; those under '' belong to the whole form. */
export type FormErrors = Readonly<Record<string, string | undefined>>
/** What was sent, so that a form shown again keeps what its writer had entered. */
export type FormValues = Readonly<Record<string, string | readonly string[] | undefined>>

type FormState = {
  readonly id: string
  readonly errors: FormErrors
  readonly values: FormValues
  /** All fields are optional, and nothing says so: filters. */
  readonly free?: boolean
}

export const FormContext = createContext<FormState>({ id: 'champ', errors: {}, values: {} })
export const useForm = () => useContext(FormContext)

/** The first field to mend: it has the focus when the page opens. Undefined where only the whole form is refused. */
export const firstWrong = (errors: FormErrors): string | undefined =>
  Object.entries(errors).find(([name, message]) => name !== '' && message)?.[0]

/** The id of a field's control: what its label, its errors and the summary point at. */
export const fieldId = (form: string, name: string): string => `${form}-${name.replace(/[^\w-]+/g, '-')}`
