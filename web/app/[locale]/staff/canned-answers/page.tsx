import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import {
  CannedAnswersQuery,
  CannedEntitiesQuery,
} from '../../../../features/canned-answers/canned-answers.query.ts';
import {
  type CannedAddress,
  CannedAnswersPage,
} from '../../../../features/canned-answers/canned-answers-page.tsx';
import { cannedListOf } from '../../../../features/canned-answers/canned-lists.ts';
import { EntityNamesQuery } from '../../../../features/canned-answers/entity-names.query.ts';
import { AdminProblem } from '../../../../features/staff/admin-problem.tsx';
import { enterStaffArea } from '../../../../features/staff-shell/staff-area.ts';
import { query } from '../../../../graphql/server.ts';
import '../../../../features/staff/admin.css';
import '../../../../features/canned-answers/canned-answers.css';

interface CannedAnswersRouteProps {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: CannedAnswersRouteProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale });
  return { title: t('staff.titleSuffix', { title: t('canned.title') }) };
}

export default async function CannedAnswersRoute({ params, searchParams }: CannedAnswersRouteProps) {
  const { language, viewer } = await enterStaffArea(params, '/staff/canned-answers');
  const asked = await searchParams;
  const list = cannedListOf(viewer.posts, one(asked.entity));
  const action = `/${language}/staff/canned-answers`;
  if (!list) return <AdminProblem code="FORBIDDEN" again={`/${language}/staff`} />;
  const [answers, entities, names] = await Promise.all([
    query(CannedAnswersQuery, { entity: list.entity }, language),
    list.choosesEntity ? query(CannedEntitiesQuery, {}, language) : null,
    list.entity === null ? null : query(EntityNamesQuery, { code: list.entity }, language),
  ]);
  if (!answers.data) return <AdminProblem code={answers.problem?.code ?? 'other'} again={action} />;
  const done = one(asked.done);
  const address: CannedAddress = {
    entity: list.entity,
    edit: one(asked.edit),
    done: done === 'saved' || done === 'removed' ? done : null,
  };
  const t = await getTranslations('canned');
  const entity = names?.data?.entity;
  const { staff, case: words, canned } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ staff, case: words, canned }}>
      <CannedAnswersPage
        action={action}
        address={address}
        answers={answers.data.cannedAnswers}
        sectors={entities?.data?.sectors ?? []}
        entityNames={entity ? { ar: entity.ar, en: entity.en } : { ar: t('anEntity'), en: t('anEntity') }}
        mayAdd={list.mayAdd}
      />
    </NextIntlClientProvider>
  );
}

function one(value: string | string[] | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
