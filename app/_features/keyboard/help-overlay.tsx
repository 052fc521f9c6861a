"use client";

import { Switch } from "@mantine/core";
import { Fragment, useId } from "react";
import { Dialog } from "@/app/_ui/dialog";
import { useT } from "@/lib/i18n/client";
import styles from "./help-overlay.module.css";
import { KeyCaps } from "./key-caps";
import { type BoundCommand, type CommandGroup, keysOf } from "./registry";
import { setSingleKeys, useSingleKeys } from "./settings";
import { useAllCommands } from "./use-commands";

const GROUPS = ["row", "edit", "review", "navigation", "general"] as const satisfies readonly CommandGroup[];

/** All keys of this page, and the switch for those that are a single one. */
export function HelpOverlay({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const t = useT(["keyboard", "common"]);
  const singleKeys = useSingleKeys();
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={t("help.title")}
      closeLabel={t("common:action.close")}
      size="xl"
    >
      <CommandTable />
      <Switch
        className={styles.switch}
        checked={singleKeys}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        label={t("help.singleKeys")}
        description={t("help.singleKeysHint")}
      />
    </Dialog>
  );
}

function CommandTable() {
  const commands = useAllCommands().filter(({ bindings }) => bindings.length > 0);
  return (
    <div className={styles.groups}>
      {GROUPS.map((group) => (
        <Group key={group} group={group} commands={commands.filter((command) => command.group === group)} />
      ))}
    </div>
  );
}

function Group({
  group,
  commands,
}: {
  readonly group: CommandGroup;
  readonly commands: readonly BoundCommand[];
}) {
  const t = useT("keyboard");
  const headingId = useId();
  if (commands.length === 0) return null;
  return (
    <section aria-labelledby={headingId} className={styles.group}>
      <h3 id={headingId}>{t(`group.${group}`)}</h3>
      <dl>
        {commands.map((command) => (
          <div key={command.id} className={styles.row}>
            <dt>{command.label}</dt>
            <dd>
              {keysOf(command).map((keys, index) => (
                <Fragment key={keys}>
                  {index > 0 && <span className={styles.or}> {t("help.or")} </span>}
                  <KeyCaps keys={keys} />
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
