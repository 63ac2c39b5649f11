using System.Diagnostics;
using Npgsql;

namespace PostingsBot.Storage.Tests.Support;

/// <summary>
/// The PostgreSQL that tests use: the one that POSTINGSBOT_TEST_POSTGRES names, or a private cluster in a temporary folder, reached through a socket there.
/// Every test has a schema of its own. The cluster ends with the test process.
/// </summary>
internal sealed class PostgresServer
{
    private const string Variable = "POSTINGSBOT_TEST_POSTGRES";

    private static readonly string? Given = Environment.GetEnvironmentVariable(Variable);
    private static readonly string? Programs = FindPrograms();
    private static readonly Lazy<PostgresServer> Shared = new(() => new PostgresServer());

    private readonly string connectionString;

    private PostgresServer() => connectionString = string.IsNullOrEmpty(Given) ? StartCluster() : Given;

    /// <summary>Why there is none; null when there is one.</summary>
    public static string? Missing { get; } = string.IsNullOrEmpty(Given) && Programs is null
        ? $"PostgreSQL was not found: install it (initdb, pg_ctl), or name a server in {Variable}."
        : null;

    /// <summary>A connection string whose Search Path is a new, empty schema.</summary>
    public static async Task<string> NewSchemaAsync()
    {
        var server = Shared.Value.connectionString;
        var schema = "test_" + Guid.NewGuid().ToString("N");
        await ExecuteAsync(server, $"CREATE SCHEMA {schema}");
        return new NpgsqlConnectionStringBuilder(server) { SearchPath = schema }.ToString();
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
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            Run(Tool("pg_ctl"), User, "-D", data, "-m", "immediate", "stop");
            Directory.Delete(folder, recursive: true);
        };
        Run(Tool("pg_ctl"), User, "-D", data, "-l", Path.Combine(folder, "log"), "-w", "-t", "60", "start");
        return $"Host={folder};Username=postgres;Database=postgres;Maximum Pool Size=20";
    }

    /// <summary>PostgreSQL refuses to run as the superuser.</summary>
    private static string User => "nobody";

    private static void Run(string program, string? user, params string[] arguments)
    {
        var asUser = user is not null && Environment.IsPrivilegedProcess;
        var start = new ProcessStartInfo(asUser ? "setpriv" : program) { RedirectStandardError = true, WorkingDirectory = "/" };
        foreach (var argument in asUser ? ["--reuid", user!, "--regid", GroupOf(user!), "--clear-groups", "--", program, .. arguments] : arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        // A server that was started keeps this output open: it is read only when something failed.
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed: {process.StandardError.ReadToEnd()}");
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
}
