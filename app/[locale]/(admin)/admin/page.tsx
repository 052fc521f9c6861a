import { IconFolders } from "@tabler/icons-react";
import type { Metadata } from "next";
import Link from "next/link";
import { PageBody } from "@/app/_features/page-body/page-body";
import { loadAdministration } from "@/app/_loaders/administration";
import { requireSignIn } from "@/app/_loaders/workbench";
import { Bdi } from "@/app/_ui/bdi";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { getT, uiLocale } from "@/lib/i18n/server";
import styles from "./_components/admin.module.css";
import { AdminNav } from "./_components/admin-nav";
import { CreateProject } from "./_components/create-project";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT("admin");
  return { title: t("nav.projects") };
}

export default async function ProjectsPage() {
  const locale = await uiLocale();
  await requireSignIn(locale, `/${locale}/admin`);
  const [{ projects, users }, t] = await Promise.all([loadAdministration(), getT("admin")]);
  return (
    <PageBody width="text">
      <PageHeader title={t("nav.projects")} above={<AdminNav here="projects" hasAccounts={users !== null} />}>
        {projects.length > 0 && t("projects.count", { count: projects.length })}
      </PageHeader>
      {projects.length === 0 && (
        <EmptyState
          icon={<IconFolders size={44} stroke={1.25} />}
          title={t("projects.first.title")}
          action={users && <CreateProject />}
        >
          {t("projects.first.text")}
        </EmptyState>
      )}
      {projects.length > 0 && (
        <ul className={styles.list}>
          {projects.map(({ id, name }) => (
            <li key={id} className={styles.row}>
              <Link className={styles.name} href={`/${locale}/admin/projects/${id}`} prefetch={false}>
                <Bdi>{name}</Bdi>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {users && projects.length > 0 && (
        <section className={styles.section}>
          <h2>{t("projects.createTitle")}</h2>
          <CreateProject />
        </section>
      )}
    </PageBody>
  );
}
