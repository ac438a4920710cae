import * as Ui from '../index'
import { Everything } from './Everything'
import { FACE, HREFS, SEATS } from './examples'

/** The layout of the public site. */
export function PublicFrame() {
  return (
    <Ui.PublicLayout
      brand={{ name: 'Compagnon' }}
      links={[
        { href: '?', label: 'L’association', current: true },
        { href: '?missions', label: 'Proposer une mission' },
        { href: '?loges', label: 'Loges' },
        { href: '?posts', label: 'Actualités' },
        { href: '?join', label: 'Adhérer' },
      ]}
      langHrefs={HREFS}
      end={<Ui.ButtonLink href="?in">Entrer</Ui.ButtonLink>}
      footer={{
        name: 'Compagnon',
        motto: 'Des télétravailleurs qui s’entraident, se forment et travaillent ensemble.',
        groups: [
          {
            title: 'Découvrir',
            links: [
              { href: '?a', label: 'L’association' },
              { href: '?b', label: 'Les téléservices' },
              { href: '?c', label: 'Les loges' },
            ],
          },
          {
            title: 'Agir',
            links: [
              { href: '?d', label: 'Adhérer' },
              { href: '?e', label: 'Proposer une mission' },
            ],
          },
          {
            title: 'Savoir',
            links: [
              { href: '?f', label: 'Mentions légales' },
              { href: '?g', label: 'Accessibilité : bonne' },
            ],
          },
        ],
        small: 'Logiciel libre, AGPL-3.0.',
      }}
    >
      <Ui.Hero
        kicker="Saison 2023"
        title="Travailler de chez soi, jamais tout seul."
        lead="Une association de télétravailleurs : cent vingt places, un entretien pour se connaître, et du temps qui s’échange au lieu d’argent."
        actions={
          <Ui.ButtonLink kind="main" href="?join" note="5 € pour la saison, après un entretien.">
            Demander un entretien
          </Ui.ButtonLink>
        }
      >
        <Ui.SeasonGrid {...SEATS} size="large" title="Les places de la saison" />
      </Ui.Hero>
      <Ui.Page>
        <Everything />
      </Ui.Page>
    </Ui.PublicLayout>
  )
}

/** The layout of the extranet. */
export function ExtranetFrame() {
  return (
    <Ui.ExtranetLayout
      brand={{ name: 'Compagnon', href: '?' }}
      langHrefs={HREFS}
      places={[
        { href: '?', label: 'Aujourd’hui', icon: 'today', current: true },
        { href: '?m', label: 'Missions', icon: 'missions', count: 3 },
        { href: '?p', label: 'Compagnons', icon: 'people' },
        { href: '?f', label: 'Forum', icon: 'forum', count: 128 },
        { href: '?t', label: 'Mes TS', icon: 'clock' },
      ]}
      account={{
        name: 'Marie Lefèvre',
        src: FACE,
        balance: { amount: 12, held: 3, href: '?t' },
        links: [
          { href: '?me', label: 'Ma fiche' },
          { href: '?set', label: 'Mes réglages' },
        ],
        signOutAction: '?out',
      }}
      crumbs={[
        { label: 'Accueil', href: '?' },
        { label: 'Missions', href: '?m' },
        { label: 'Traduire une notice' },
      ]}
      flash={<Ui.Flash kind="success">Votre aide est proposée : Ahmed a été prévenu.</Ui.Flash>}
    >
      <Ui.Page>
        <Ui.PageHeading
          kicker="Mardi 24 janvier"
          title="Bonjour Marie, deux personnes vous attendent"
          lead="Il vous reste 12 TS, et trois missions demandent vos compétences."
          action={
            <Ui.ButtonLink kind="main" icon="plus" href="?new">
              Apporter une mission
            </Ui.ButtonLink>
          }
        />
        <Ui.Columns
          asideLabel="Votre compte"
          aside={
            <>
              <div>
                <h2>Votre solde</h2>
                <Ui.TsAmount large amount={12} held={3} />
              </div>
              <Ui.SeasonGrid {...SEATS} mine={48} size="small" title="Saison 2023" />
            </>
          }
        >
          <Ui.Section title="Ce qui vous attend">
            <Ui.Awaiting
              items={[
                {
                  key: 'a',
                  sentence:
                    'Marie attend votre évaluation depuis 3 jours : dites si l’aide a bien été reçue.',
                  action: <Ui.ButtonLink href="?e">Évaluer l’aide</Ui.ButtonLink>,
                  picture: <Ui.Portrait name="Marie Lefèvre" src={FACE} />,
                },
                {
                  key: 'b',
                  sentence: 'Votre place est retenue jusqu’à demain midi.',
                  action: <Ui.ButtonLink href="?p">Payer la cotisation</Ui.ButtonLink>,
                  picture: <Ui.Portrait name="Ahmed Benali" />,
                },
              ]}
            />
            <Ui.Doors
              label="Bureau"
              doors={[
                {
                  href: '?candidatures',
                  label: 'Candidatures',
                  awaits: [{ href: '?recues', label: '3 candidatures à étudier' }],
                },
                { href: '?saisons', label: 'Saisons' },
              ]}
            />
            <Ui.Doors urgent doors={[{ href: '?courriers', label: 'Courriers gardés (4)' }]} />
          </Ui.Section>
        </Ui.Columns>
        <Everything />
      </Ui.Page>
    </Ui.ExtranetLayout>
  )
}
