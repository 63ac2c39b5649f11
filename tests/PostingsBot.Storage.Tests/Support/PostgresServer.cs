using System.Diagnostics;
using Npgsql;

namespace PostingsBot.Storage.Tests.Support;

/// <summary>
/// The PostgreSQL that tests use: the one that POSTINGSBOT_TEST_POSTGRES names, or a private cluster in a temporary folder, reached through a socket there.
/// Every test has a schema of its own. The cluster ends with the test process.
/// </summary>
internal sealed class PostgresServer
{
    /// <summary>How long a cut waits until the connections and their locks are gone (PostgreSQL 14 and later).</summary>
    private const int CutMilliseconds = 10_000;

    private const string Variable = "POSTINGSBOT_TEST_POSTGRES";

    private static readonly string? Given = Environment.GetEnvironmentVariable(Variable);
    private static readonly string? Programs = FindPrograms();
    private static readonly Lazy<PostgresServer> Shared = new(() => new PostgresServer());

    // Kept alive with the tests: a keeper stops its cluster when its input ends.
    private static readonly List<Process> Keepers = [];

    private readonly string connectionString;

    private PostgresServer() => connectionString = string.IsNullOrEmpty(Given) ? StartCluster() : Given;

    /// <summary>Why there is none; null when there is one.</summary>
    public static string? Missing { get; } = string.IsNullOrEmpty(Given) && Programs is null
        ? $"PostgreSQL was not found: install it (initdb, pg_ctl), or name a server in {Variable}."
        : null;

    /// <summary>A connection string for a user with a new, empty schema of the same name.</summary>
    public static async Task<string> NewSchemaAsync()
    {
        var server = Shared.Value.connectionString;
        var schema = "test_" + Guid.NewGuid().ToString("N");
        await ExecuteAsync(server, $"CREATE ROLE {schema} LOGIN PASSWORD '{schema}'; CREATE SCHEMA {schema} AUTHORIZATION {schema}");
        return new NpgsqlConnectionStringBuilder(server) { SearchPath = schema, Username = schema, Password = schema, ApplicationName = schema }.ToString();
    }

    public static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<object?> AskAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Ends every connection of the programs under test, as a restart of the server would.</summary>
    public static Task CutAsync(string connectionString) => ExecuteAsync(
        Admin(connectionString), $"SELECT pg_terminate_backend(pid, {CutMilliseconds}) FROM pg_stat_activity WHERE application_name = '{AppOf(connectionString)}'");

    /// <summary>Ends the connection that waits for a lock, once there is one.</summary>
    public static async Task CutWaitingAsync(string connectionString)
    {
        var sql = $"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = '{AppOf(connectionString)}' AND wait_event_type = 'Lock'";
        while ((long)(await AskAsync(Admin(connectionString), sql))! == 0)
            await Task.Yield();
    }

    /// <summary>Until it is disposed the server refuses the programs under test.</summary>
    public static async Task<IAsyncDisposable> RefuseAsync(string connectionString)
    {
        var user = new NpgsqlConnectionStringBuilder(connectionString).Username;
        await ExecuteAsync(Admin(connectionString), $"ALTER ROLE {user} CONNECTION LIMIT 0");
        await CutAsync(connectionString);
        return new Undo(() => ExecuteAsync(Admin(connectionString), $"ALTER ROLE {user} CONNECTION LIMIT -1"));
    }

    /// <summary>Until it is disposed nobody else reads or writes the table.</summary>
    public static async Task<IAsyncDisposable> LockAsync(string connectionString, string table)
    {
        var source = NpgsqlDataSource.Create(Admin(connectionString));
        var connection = await source.OpenConnectionAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand($"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE", connection, transaction);
        await command.ExecuteNonQueryAsync();
        return new Undo(async () =>
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
            await source.DisposeAsync();
        });
    }

    private static string AppOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).ApplicationName!;

    private static string Admin(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString)
    {
        ApplicationName = "admin",
        Username = new NpgsqlConnectionStringBuilder(Shared.Value.connectionString).Username,
        Password = new NpgsqlConnectionStringBuilder(Shared.Value.connectionString).Password,
    }.ToString();

    private static string StartCluster()
    {
        var folder = Directory.CreateTempSubdirectory("postingsbot-pg").FullName;
        var data = Path.Combine(folder, "data");
        if (Environment.IsPrivilegedProcess)
            Run("chown", null, User, folder);
        Run(Tool("initdb"), User, "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        File.AppendAllText(Path.Combine(data, "postgresql.conf"), $"""

            listen_addresses = ''
            unix_socket_directories = '{folder}'
            max_connections = 200
            fsync = off
            synchronous_commit = off
            full_page_writes = off
            """);
        StopWithThisProcess(folder, data);
        Run(Tool("pg_ctl"), User, "-D", data, "-l", Path.Combine(folder, "log"), "-w", "-t", "60", "start");
        return $"Host={folder};Username=postgres;Database=postgres;Maximum Pool Size=20";
    }

    /// <summary>PostgreSQL refuses to run as the superuser.</summary>
    private static string User => "nobody";

    private static void Run(string program, string? user, params string[] arguments)
    {
        var start = Start(program, user, arguments);
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        // A server that was started keeps this output open: it is read only when something failed.
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed: {process.StandardError.ReadToEnd()}");
    }

    /// <summary>A test process may end without a word: a shell that waits for the end of its input, which this process holds open, stops the server then.</summary>
    private static void StopWithThisProcess(string folder, string data)
    {
        var start = Start("sh", User, ["-c", "exec >/dev/null 2>&1; read -r _; \"$0\" -D \"$1\" -m immediate stop; rm -rf \"$2\"", Tool("pg_ctl"), data, folder]);
        start.RedirectStandardInput = true;
        Keepers.Add(Process.Start(start)!);
    }

    private static ProcessStartInfo Start(string program, string? user, IEnumerable<string> arguments)
    {
        var isOther = user is not null && Environment.IsPrivilegedProcess;
        var start = new ProcessStartInfo(isOther ? "setpriv" : program) { WorkingDirectory = "/" };
        foreach (var argument in isOther ? ["--reuid", user!, "--regid", GroupOf(user!), "--clear-groups", "--", program, .. arguments] : arguments)
            start.ArgumentList.Add(argument);
        return start;
    }

    private static string GroupOf(string user)
    {
        var line = File.ReadLines("/etc/passwd").First(l => l.StartsWith(user + ":", StringComparison.Ordinal));
        return line.Split(':')[3];
    }

    private static string Tool(string name) => Path.Combine(Programs!, name);

    private static string? FindPrograms()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(Versions("/usr/lib/postgresql", "bin"))
            .Concat(Versions("/opt/homebrew/opt", "bin"))
            .Concat(Versions("/usr/local/opt", "bin"));
        return folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));
    }

    private static IEnumerable<string> Versions(string folder, string below) => Directory.Exists(folder)
        ? Directory.GetDirectories(folder).OrderByDescending(path => path, StringComparer.Ordinal).Select(path => Path.Combine(path, below))
        : [];

    private sealed class Undo(Func<Task> undo) : IAsyncDisposable
    {
        private bool isDone;

        public async ValueTask DisposeAsync()
        {
            if (!isDone)
                await undo();
            isDone = true;
        }
    }
}
