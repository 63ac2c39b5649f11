using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace PostingsBot.Tests.BotFramework.Fakes;

/// <summary>A key of the identity provider.</summary>
internal sealed record TestKey(string Id, params string[] Endorsements)
{
    public RSA Rsa { get; } = RSA.Create(2048);
}

/// <summary>A token to be minted: a row changes what is wrong about it. Written by hand, so that it can be wrong in any way.</summary>
internal sealed record Token(JsonObject Header, JsonObject Claims, TestKey Key)
{
    public string Text { get; private init; } = "";

    public Token With(string claim, JsonNode? value)
    {
        var claims = Claims.DeepClone().AsObject();
        claims.Remove(claim);
        if (value is not null) claims[claim] = value;
        return Sign(this with { Claims = claims });
    }

    public Token WithHeader(string name, JsonNode? value)
    {
        var header = Header.DeepClone().AsObject();
        header.Remove(name);
        if (value is not null) header[name] = value;
        return Sign(this with { Header = header });
    }

    public Token SignedBy(TestKey key) => Sign(this with { Key = key });

    /// <summary>The claims changed after signing.</summary>
    public Token Tampered(string claim, JsonNode value)
    {
        var signature = Text[(Text.LastIndexOf('.') + 1)..];
        var changed = With(claim, value).Text;
        return this with { Text = changed[..(changed.LastIndexOf('.') + 1)] + signature };
    }

    public Token Raw(string text) => this with { Text = text };

    public static Token Sign(Token token)
    {
        var content = $"{Encode(token.Header)}.{Encode(token.Claims)}";
        var bytes = Encoding.ASCII.GetBytes(content);
        var signature = token.Header["alg"]?.GetValue<string>() switch
        {
            "none" => [],
            "HS256" => HMACSHA256.HashData(Encoding.ASCII.GetBytes(token.Key.Rsa.ExportSubjectPublicKeyInfoPem()), bytes),
            "RS384" => token.Key.Rsa.SignData(bytes, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
            "RS512" => token.Key.Rsa.SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            "PS256" => token.Key.Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            _ => token.Key.Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        };
        return token with { Text = $"{content}.{Base64Url.EncodeToString(signature)}" };
    }

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
