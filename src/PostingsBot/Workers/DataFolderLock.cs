using PostingsBot.Configuration;

namespace PostingsBot.Workers;

/// <summary>One running bot a data folder: a second one would import its own files over the first one's catalogue.</summary>
internal sealed class DataFolderLock : IDisposable
{
    private const string FileName = "postingsbot.lock";
    private readonly FileStream file;

    private DataFolderLock(FileStream file) => this.file = file;

    /// <summary>Null when another process holds the folder.</summary>
    /// <exception cref="ConfigurationErrorException">The folder cannot be written.</exception>
    public static DataFolderLock? TryTake(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationErrorException($"PostingsBot:DataFolder names \"{folder}\", which cannot be written: {error.Message} Give a folder that can.");
        }

        try
        {
            return new DataFolderLock(new FileStream(Path.Combine(folder, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException error)
        {
            throw new ConfigurationErrorException($"PostingsBot:DataFolder names \"{folder}\", which cannot be written: {error.Message} Give a folder that can.");
        }
    }

    public void Dispose() => file.Dispose();
}
