import { Preview as Preview_474d4a7955aba8b878f7f0328c1b689c } from '../../../../collections/mail/admin/Preview'
import { KeptNotice as KeptNotice_39cb8169dd3f807327b0907b5fe4a08d } from '../../../../collections/mail/admin/KeptNotice'
import { SignOut as SignOut_59d1352e9fcf2ccab98216253bcf29e3 } from '../../../../src/admin/nav/SignOut'
import { Icon as Icon_c76c036b2324e625eddcc7daf0047d1b } from '../../../../src/admin/brand/graphics'
import { Logo as Logo_c76c036b2324e625eddcc7daf0047d1b } from '../../../../src/admin/brand/graphics'
import { NavHead as NavHead_6888ececbe4e40e77b315790d34c73af } from '../../../../src/admin/nav/NavHead'
import { Dashboard as Dashboard_e57afc99291726bda4e4e9629bc62236 } from '../../../../src/admin/dashboard/Dashboard'
import { Account as Account_f94d2431b5f1fb19aca58c5b7852084c } from '../../../../src/admin/account/Account'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/collections/mail/admin/Preview#Preview": Preview_474d4a7955aba8b878f7f0328c1b689c,
  "/collections/mail/admin/KeptNotice#KeptNotice": KeptNotice_39cb8169dd3f807327b0907b5fe4a08d,
  "/src/admin/nav/SignOut#SignOut": SignOut_59d1352e9fcf2ccab98216253bcf29e3,
  "/src/admin/brand/graphics#Icon": Icon_c76c036b2324e625eddcc7daf0047d1b,
  "/src/admin/brand/graphics#Logo": Logo_c76c036b2324e625eddcc7daf0047d1b,
  "/src/admin/nav/NavHead#NavHead": NavHead_6888ececbe4e40e77b315790d34c73af,
  "/src/admin/dashboard/Dashboard#Dashboard": Dashboard_e57afc99291726bda4e4e9629bc62236,
  "/src/admin/account/Account#Account": Account_f94d2431b5f1fb19aca58c5b7852084c,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
