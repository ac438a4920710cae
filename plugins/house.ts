import { z } from 'zod'
import { allow, closed, personOf } from '@/collections/members/access'
import { findProfile, readContacts, readPeople } from '@/collections/members/service'
import * as access from '@/core/access'
import * as clock from '@/core/clock'
import * as dates from '@/core/dates'
import * as ids from '@/core/ids'
import * as lang from '@/core/lang'
import * as money from '@/core/money'
import * as result from '@/core/result'
import * as text from '@/core/text'
import type { Plugin } from '@/hooks'
import * as hooks from '@/hooks'
import * as ui from '@/ui'

/**
 * What a plugin from outside this repo may use: its files cannot import '@/…', so it is a function that is handed the
 * house. What leaves from here breaks plugins nobody here can see; what is here may be counted on within a version.
 */
export const house = {
  hooks,
  ui,
  core: { access, clock, dates, ids, lang, money, result, text },
  members: { allow, closed, personOf, findProfile, readContacts, readPeople },
  z,
} as const
export type House = typeof house

/** What such a package exports by default; in plugins/index.ts its line is `thePackage(house)`. */
export type OutsidePlugin = (house: House) => Plugin
