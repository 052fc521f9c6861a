import { Button } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import type { Metadata } from "next";
import Link from "next/link";
import { PageBody } from "@/app/_features/page-body/page-body";
import { loadAdministration, loadProject } from "@/app/_loaders/administration";
import { currentViewer } from "@/app/_loaders/viewer";
import { loadDocuments, requireSignIn } from "@/app/_loaders/workbench";
import { Bdi } from "@/app/_ui/bdi";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { ROLES } from "@/lib/core/access/roles";
import { getT, uiLocale } from "@/lib/i18n/server";
import styles from "../../_components/admin.module.css";
import { AddMember } from "./_components/add-member";
import { MemberRow } from "./_components/member-row";
import { PolicyForm } from "./_components/policy-form";

type Params = Promise<{ readonly projectId: string }>;

export async function generateMetadata({ params }: { readonly params: Params }): Promise<Metadata> {
  const { project } = await loadProject((await params).projectId);
  return { title: project.name };
}

export default async function ProjectPage({ params }: { readonly params: Params }) {
  const [locale, { projectId }] = await Promise.all([uiLocale(), params]);
  await requireSignIn(locale, `/${locale}/admin/projects/${projectId}`);
  const { project, members, policy } = await loadProject(projectId);
  const [{ documents }, { users }, viewer, t] = await Promise.all([
    loadDocuments(),
    loadAdministration(),
    currentViewer(),
    getT("admin"),
  ]);
  const isMember = new Set<string>(members.map(({ userId }) => userId));
  const isEmpty = !documents.some((document) => document.projectId === project.id);
  return (
    <PageBody width="text">
      <PageHeader
        title={<Bdi>{project.name}</Bdi>}
        above={
          <Link href={`/${locale}/admin`} prefetch={false}>
            {t("project.back")}
          </Link>
        }
        actions={!isEmpty && <ImportButton locale={locale} label={t("project.import")} isDefault />}
      />
      {isEmpty && (
        <EmptyState
          title={t("project.next.title")}
          action={<ImportButton locale={locale} label={t("project.import")} />}
        >
          {t("project.next.text")}
        </EmptyState>
      )}
      <section className={styles.section}>
        <h2>{t("project.members")}</h2>
        {members.length === 0 ? (
          <p>{t("project.noMembers")}</p>
        ) : (
          <ul className={styles.list}>
            {members.map((member) => (
              <MemberRow
                key={member.userId}
                projectId={project.id}
                member={member}
                isViewer={member.userId === viewer?.userId}
              />
            ))}
          </ul>
        )}
        <h2>{t("project.addTitle")}</h2>
        <AddMember
          projectId={project.id}
          known={(users ?? [])
            .filter(({ id, disabled }) => !disabled && !isMember.has(id))
            .map(({ email }) => email)}
        />
        <dl className={styles.roles} aria-label={t("project.roles")}>
          {ROLES.map((role) => (
            <div key={role} style={{ display: "contents" }}>
              <dt>{t(`role.${role}`)}</dt>
              <dd>{t(`roleHint.${role}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className={styles.section}>
        <h2>{t("policy.title")}</h2>
        {/* a policy that somebody else has put in force begins a new form */}
        <PolicyForm key={policy.number} projectId={project.id} policy={policy} />
      </section>
    </PageBody>
  );
}

function ImportButton({
  locale,
  label,
  isDefault = false,
}: {
  readonly locale: string;
  readonly label: string;
  readonly isDefault?: boolean;
}) {
  return (
    <Button
      component="a"
      href={`/${locale}/import`}
      variant={isDefault ? "default" : "filled"}
      leftSection={<IconFileImport size={18} aria-hidden />}
    >
      {label}
    </Button>
  );
}
