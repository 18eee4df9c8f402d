/** Why GitHub refused a request, and what a person can do about it. `request` is the method and the path's template. */

export function permissionMissingMessage(request: string): string {
  return (
    `GitHub does not allow to ${request}. For an App: an owner of the installation accepts the permissions it asks ` +
    "for, or adds the repository to the installation. For a workflow: its `permissions` lack one, or the pull " +
    "request comes from a fork, whose token only reads."
  );
}

export function workflowMayNotOpenMessage(): string {
  return (
    "The workflow's token may not open pull requests here. An administrator allows it under Settings → Actions → " +
    "General → Workflow permissions, or installs the App."
  );
}

export function archivedMessage(): string {
  return "The repository is archived: GitHub lets nothing be written to it. Unarchive it, then `/retry`.";
}

export function emptyRepositoryMessage(): string {
  return "The repository is empty: there is no branch to start from. Push a first commit, then `/retry`.";
}

/** Shown in the log only: nothing can be said in the conversation itself. */
export function lockedMessage(): string {
  return "The conversation is locked: nothing can be said in it.";
}

/** `said`: GitHub's own words. */
export function ruleMessage(said: string): string {
  return `A rule of the repository refuses the bot's branch: ${said.slice(0, 500)} Allow branches named \`twopath/**\` in it.`;
}
