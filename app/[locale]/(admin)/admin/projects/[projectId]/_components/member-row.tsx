"use client";

import { Button, NativeSelect } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { removeMemberAction, setMemberAction } from "@/app/_actions/projects";
import { useAct } from "@/app/_features/act/use-act";
import { Bdi } from "@/app/_ui/bdi";
import { ConfirmButton } from "@/app/_ui/confirm-button";
import { FormError } from "@/app/_ui/form-error";
import { announce } from "@/app/_ui/live-region";
import { isRole, ROLES, type Role } from "@/lib/core/access/roles";
import { useT } from "@/lib/i18n/client";
import styles from "../../../_components/admin.module.css";
import { useAdminFaultText } from "../../../_components/fault-text";
import { RevertLink } from "../../../_components/revert-link";

interface Member {
  readonly userId: string;
  readonly displayName: string;
  readonly email: string;
  readonly role: Role;
  readonly disabled: boolean;
}

/** A member, the role, and the end of the membership. A role counts when it is saved, not while arrow keys pass over it. */
export function MemberRow({
  projectId,
  member,
  isViewer,
}: {
  readonly projectId: string;
  readonly member: Member;
  readonly isViewer: boolean;
}) {
  const t = useT(["admin", "common"]);
  const router = useRouter();
  const textOf = useAdminFaultText();
  const setting = useAct(setMemberAction);
  const removing = useAct(removeMemberAction);
  const [chosen, setChosen] = useState<Role | null>(null);
  const role = chosen ?? member.role;
  const name = member.displayName;
  const fault = setting.fault ?? removing.fault;
  const save = () =>
    setting.act({ projectId, email: member.email, role }, () => {
      announce(t("admin:project.roleChanged", { name, role: t(`admin:role.${role}`) }));
      setChosen(null);
      router.refresh();
    });
  const remove = () =>
    removing.act({ projectId, userId: member.userId }, () => {
      announce(t("admin:project.removed", { name }));
      router.refresh();
    });
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <span className={styles.name}>
          <Bdi>{name}</Bdi>
        </span>
        <span className={styles.marks}>
          {isViewer && <span className={styles.mark}>{t("admin:project.you")}</span>}
          {member.disabled && (
            <span className={styles.mark} data-tone="warning">
              {t("admin:project.disabled")}
            </span>
          )}
        </span>
        <p className={styles.email}>{member.email}</p>
      </div>
      <div className={styles.acts}>
        <NativeSelect
          aria-label={t("admin:project.roleOf", { name })}
          value={role}
          onChange={({ currentTarget }) => isRole(currentTarget.value) && setChosen(currentTarget.value)}
          data={ROLES.map((value) => ({ value, label: t(`admin:role.${value}`) }))}
        />
        {role !== member.role && (
          <Button onClick={save} loading={setting.pending}>
            {t("common:action.save")}
          </Button>
        )}
        {!isViewer && <RevertLink userId={member.userId} name={name} />}
        <ConfirmButton
          label={t("admin:project.remove")}
          fullLabel={t("admin:project.removeOf", { name })}
          question={t("admin:project.removeQuestion", { name })}
          confirmLabel={t("admin:project.removeConfirm")}
          cancelLabel={t("common:action.cancel")}
          onConfirm={remove}
          loading={removing.pending}
          variant="default"
        />
      </div>
      {fault && (
        <div className={styles.problem}>
          <FormError title={textOf(fault.code)} />
        </div>
      )}
    </li>
  );
}
