#!/usr/bin/env bash
# Sets up what the tests need, builds once, runs every test project and sums up.
#   tests/run.sh              everything
#   tests/run.sh Storage      only the projects whose name contains "Storage"
#   tests/run.sh Native       only the native program, published and asked
# The exit code is 0 only when at least one test ran and none failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
only=${1:-}

PROJECT_SECONDS=900  # one test project, at most
BUILD_SECONDS=900
SETUP_SECONDS=600    # one installation, at most
HANG=180s            # one test, at most

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

say() { printf '%s\n' "$*"; }
fail() { say "$*"; say "0 passed, 1 failed"; exit 1; }
have() { command -v "$1" > /dev/null 2>&1; }
# macOS has no timeout: the limits of the tests themselves remain.
have timeout || timeout() { while [ "${1#-}" != "$1" ]; do shift 2; done; shift; "$@"; }

# --- tools -----------------------------------------------------------------------------------------------------------
have dotnet || fail "The .NET 10 SDK is missing (command dotnet). Install it from Microsoft's site, then run this again."
dotnet --version 2> /dev/null | grep -q '^10\.' || fail "The .NET 10 SDK is missing: found $(dotnet --list-sdks | tr '\n' ' ')"

node_found=false
if have node && have npm && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ]; then
  node_found=true
else
  say "Left out: Node.js 20 or later with npm was not found, so tests with real JavaScript clients and the chat page are skipped."
fi

# --- packages of the system ------------------------------------------------------------------------------------------
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}
may_install() {
  have apt-get && { [ "$(id -u)" = 0 ] || sudo -n true 2> /dev/null; }
}
updated=false
system_package() { # package, what is left out without it
  if ! may_install; then
    say "Left out: $2. Install the system's package $1 to include it."
    return
  fi
  say "Installing $1 ..."
  if ! $updated; then
    timeout "$SETUP_SECONDS" bash -c "$(declare -f as_root); as_root apt-get update -qq" > "$results/apt.log" 2>&1 || true
    updated=true
  fi
  if ! timeout "$SETUP_SECONDS" bash -c "$(declare -f as_root); as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $1" >> "$results/apt.log" 2>&1; then
    tail -n 3 "$results/apt.log"
    say "Left out: $2. The system's package $1 could not be installed."
  fi
}
[ -n "${CHROMIUM:-}" ] || have chromium || have chromium-browser || have google-chrome || system_package "chromium fonts-liberation" "the browser test"
[ -n "${POSTINGSBOT_TEST_POSTGRES:-}" ] || have initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' > /dev/null || compgen -G '/opt/homebrew/opt/postgresql*/bin/initdb' > /dev/null \
  || compgen -G '/usr/local/opt/postgresql*/bin/initdb' > /dev/null || system_package postgresql "the tests on PostgreSQL"

# --- packages of the test clients ------------------------------------------------------------------------------------
if $node_found; then
  for lock in tests/PostingsBot.EndToEnd.Tests/clients/*/package-lock.json; do
    [ -e "$lock" ] || continue
    folder=$(dirname "$lock")
    # npm writes this file last; when it is newer than the lock file the folder is complete.
    if [ "$folder/node_modules/.package-lock.json" -nt "$lock" ]; then continue; fi
    say "Installing the npm packages of $folder ..."
    if ! (cd "$folder" && timeout "$SETUP_SECONDS" npm ci --ignore-scripts --no-audit --no-fund --silent); then
      say "Left out: the tests with $(basename "$folder"). 'npm ci' failed in $folder."
      rm -rf "$folder/node_modules"
    fi
  done
fi

# --- build once, run everything --------------------------------------------------------------------------------------
say "Building ..."
timeout "$BUILD_SECONDS" dotnet build PostingsBot.sln -v q -nologo || fail "The build failed."

# What the tests of a real process find is asked of the native program too, by those tests that between them use every part of it.
NATIVE_TESTS='FullyQualifiedName~PublishedProgramTests|FullyQualifiedName~CommandTests|FullyQualifiedName~ConnectorPackageTests|FullyQualifiedName~SlackHostTests|FullyQualifiedName~SlackInstallTests|FullyQualifiedName~SocketModeTests|FullyQualifiedName~DirectLineTests|FullyQualifiedName~RestartTests|FullyQualifiedName~MessagesTests'

passed=0 failed=0 skipped=0
counter() { sed -n "s/.*<Counters.* $2=\"\([0-9]*\)\".*/\1/p" "$1" | head -n 1; }
run_tests() { # name, project, more arguments of dotnet test
  local name=$1 project=$2 status trx total ran good bad
  shift 2
  say "Testing $name ..."
  timeout -k 30 "$PROJECT_SECONDS" dotnet test "$project" "$@" --no-build -nologo -v q \
    --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=minimal" --results-directory "$results" \
    --blame-hang-timeout "$HANG" --blame-hang-dump-type none
  status=$?
  trx="$results/$name.trx"
  if [ ! -s "$trx" ]; then
    # No result file is fine only for a project without a test.
    [ "$status" = 0 ] || { say "$name ended with status $status before it wrote its results."; failed=$((failed + 1)); }
    return
  fi
  total=$(counter "$trx" total) ran=$(counter "$trx" executed) good=$(counter "$trx" passed) bad=$(counter "$trx" failed)
  if [ "$status" != 0 ] && [ "$bad" = 0 ]; then
    say "$name ended with status $status although no single test failed (a hang or a crash)."
    bad=1
  fi
  passed=$((passed + good)) failed=$((failed + bad)) skipped=$((skipped + total - ran))
}

for project in tests/*.Tests/*.csproj; do
  name=$(basename "$project" .csproj)
  case "$name" in *"$only"*) run_tests "$name" "$project" --filter 'FullyQualifiedName!~PublishedProgramTests' ;; esac
done

native_tests() {
  local system
  case "NativeProgram" in *"$only"*) ;; *) return ;; esac
  have gcc || have clang || system_package "gcc libc6-dev zlib1g-dev" "the tests of the native program"
  if ! have gcc && ! have clang; then
    say "Left out: the tests of the native program. Neither gcc nor clang was found."
    return
  fi
  case "$(uname -s) $(uname -m)" in
    'Linux x86_64') system=linux-x64 ;; 'Linux aarch64') system=linux-arm64 ;; 'Darwin arm64') system=osx-arm64 ;; 'Darwin x86_64') system=osx-x64 ;;
    *) say "Left out: the tests of the native program. This system is none that it is published for here."; return ;;
  esac
  if ! timeout "$SETUP_SECONDS" dotnet restore src/PostingsBot -r "$system" -p:PublishAot=true -v q -nologo > "$results/restore.log" 2>&1; then
    tail -n 3 "$results/restore.log"
    say "Left out: the tests of the native program. The package of its compiler, microsoft.dotnet.ilcompiler, could not be restored."
    return
  fi
  say "Publishing the native program for $system ..."
  if ! timeout "$BUILD_SECONDS" dotnet publish src/PostingsBot -c Release -r "$system" -o "$results/native" -v q -nologo; then
    say "The native program could not be published."
    failed=$((failed + 1))
    return
  fi
  POSTINGSBOT_TEST_PROGRAM="$results/native/postingsbot" run_tests NativeProgram tests/PostingsBot.EndToEnd.Tests/PostingsBot.EndToEnd.Tests.csproj --filter "$NATIVE_TESTS"
}
native_tests

if [ "$skipped" -gt 0 ]; then
  say "Skipped, with the reason:"
  awk '/outcome="NotExecuted"/ { skipped = 1 } skipped && /<Message>/ { sub(/.*<Message>/, "  "); sub(/<\/Message>.*/, ""); print; skipped = 0 }' "$results"/*.trx | sort | uniq -c
fi
if [ $((passed + failed)) = 0 ]; then
  say "No test ran."
  failed=1
fi
say "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
