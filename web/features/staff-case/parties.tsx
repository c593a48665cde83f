import { useTranslations } from 'next-intl';
import { type FragmentType, graphql, readFragment } from '../../graphql/generated/index.ts';
import { knownName } from '../../ui/known-name.ts';
import { written } from '../../ui/written.ts';
import { ApplicantReveal } from './applicant-reveal.island.tsx';

const Parties_Case = graphql(`
  fragment Parties_Case on Case {
    id
    anonymous
    applicantKind
    mayReadApplicant
    district
    entity { code name }
    assigned: entity { code }
    category { name }
    governorate { name }
    holder { name holder { name } }
    held: holder { id }
  }
`);

/** Who has to do with the case. The applicant's name stands behind a button: each look is recorded. */
export function Parties({ kase: ref }: { kase: FragmentType<typeof Parties_Case> }) {
  const t = useTranslations('staff.parties');
  const row = useTranslations('staff.row');
  const words = useTranslations('case');
  const away = row('nameAway');
  const kase = readFragment(Parties_Case, ref);
  const place = [kase.governorate?.name, kase.district].filter(Boolean).join(' · ');
  return (
    <section>
      <h2>{t('title')}</h2>
      <dl className="ledger">
        <div>
          <dt>{t('holder')}</dt>
          <dd>
            {kase.holder?.holder?.name ?? knownName(kase.holder, kase.held, { none: row('noHolder'), away })}
            {kase.holder?.holder && <small>{kase.holder.name}</small>}
          </dd>
        </div>
        <div>
          <dt>{t('entity')}</dt>
          <dd>{knownName(kase.entity, kase.assigned, { none: row('unknownEntity'), away })}</dd>
        </div>
        {kase.category && (
          <div>
            <dt>{t('category')}</dt>
            <dd>{kase.category.name}</dd>
          </div>
        )}
        {place && (
          <div>
            <dt>{t('place')}</dt>
            <dd {...written(place)}>{place}</dd>
          </div>
        )}
        {kase.applicantKind && (
          <div>
            <dt>{t('kind')}</dt>
            <dd>{words(`applicantKind.${kase.applicantKind}`)}</dd>
          </div>
        )}
        {!kase.anonymous && kase.mayReadApplicant && <ApplicantReveal caseId={kase.id} />}
      </dl>
    </section>
  );
}
