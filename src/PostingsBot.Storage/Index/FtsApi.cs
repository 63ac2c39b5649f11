using System.Runtime.InteropServices;

namespace PostingsBot.Storage.Index;

/// <summary>SQLite's fts5_api, as far as it is used: https://www.sqlite.org/fts5.html#extending_fts5.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct FtsApi
{
    public int Version;
    public nint CreateTokenizer;
    public nint FindTokenizer;
    public delegate* unmanaged[Cdecl]<FtsApi*, byte*, nint, delegate* unmanaged[Cdecl]<FtsRowApi*, nint, nint, int, nint, void>, nint, int> CreateFunction;
}

/// <summary>SQLite's Fts5ExtensionApi up to xPhraseNext. The first argument of each is the Fts5Context.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct FtsRowApi
{
    public int Version;
    public nint UserData;
    public nint ColumnCount;
    public nint RowCount;
    public nint ColumnTotalSize;
    public nint Tokenize;
    public nint PhraseCount;
    public nint PhraseSize;
    public nint InstanceCount;
    public nint Instance;
    public delegate* unmanaged[Cdecl]<nint, long> RowId;
    public nint ColumnText;
    public nint ColumnSize;
    public nint QueryPhrase;
    public nint SetAuxiliaryData;
    public nint GetAuxiliaryData;
    public delegate* unmanaged[Cdecl]<nint, int, FtsPhraseIterator*, int*, int*, int> PhraseFirst;
    public delegate* unmanaged[Cdecl]<nint, FtsPhraseIterator*, int*, int*, void> PhraseNext;
}

/// <summary>Where the positions of a phrase in a row are read from.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct FtsPhraseIterator
{
    public nint At;
    public nint End;
}
