@echo off
rem Starts Posko: the console, or with a command that alone, without a window. Any Java 25 or newer will do.
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"

rem What stands before the command is meant for all commands. Where it is wrong, the command line says how.
set "DATA="
set "LANGUAGE="
set "COMMAND="
set "WINDOW=true"
:word
set "WORD=%~1"
if not defined WORD goto decided
if "%WORD%"=="--headless" set "WINDOW="
if "%WORD%"=="--help" set "WINDOW="
if "%WORD%"=="-h" set "WINDOW="
if defined COMMAND goto next
if "%WORD%"=="--data" goto data
if "%WORD%"=="--lang" goto language
set "COMMAND=%WORD%"
if not "%WORD%"=="demo" set "WINDOW="
:next
shift
goto word
:data
if "%~2"=="" set "WINDOW="
set "DATA=%~2"
shift
goto next
:language
if not "%~2"=="id" if not "%~2"=="en" set "WINDOW="
set "LANGUAGE=%~2"
shift
goto next

:decided
if defined DATA goto folder
set "DATA=%POSKO_DATA%"
if not defined DATA set "DATA=%LOCALAPPDATA%\Posko"
if "%COMMAND%"=="demo" set "DATA=%DATA%-demo"
if "%COMMAND%"=="sim" set "DATA=%DATA%-demo"
:folder
rem Java takes a backslash before a quote for a part of the word: none stands at the end.
for %%D in ("%DATA%\.") do set "DATA=%%~fD"
if "%DATA:~-1%"=="\" set "DATA=%DATA%."
if not defined LANGUAGE if exist "%DATA%\language" for /f "usebackq" %%L in ("%DATA%\language") do set "LANGUAGE=%%L"
if not "%LANGUAGE%"=="en" set "LANGUAGE=id"
set "DEMO=false"
if "%COMMAND%"=="demo" set "DEMO=true"

set "JAVA="
if defined JAVA_HOME call :accept "%JAVA_HOME:"=%"
if not defined JAVA for /f "delims=" %%J in ('where java 2^>nul') do call :accept "%%~dpJ.."
if not defined JAVA for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*") do call :accept "%%~D"
if not defined JAVA (
	echo posko: Java 25 atau lebih baru tidak ditemukan. Pasang Temurin 25, atau isi JAVA_HOME. / No Java 25 or newer: install Temurin 25 or set JAVA_HOME. 1>&2
	exit /b 3
)

for %%J in ("%HERE%plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%~fJ"
set OPTIONS="@%HERE%jvm.options" "-Djava.util.logging.config.file=%HERE%logging.properties" "-Dposko.data=%DATA%" -Dposko.demo=%DEMO%
if defined WINDOW goto window
for /f "tokens=2 delims=:." %%P in ('chcp') do set "PAGE=%%P"
chcp 65001 >nul
"%JAVA%\bin\java.exe" %OPTIONS% "@%HERE%command.options" -Dosgi.startLevel=5 -jar "%LAUNCHER%" -nosplash -nl %LANGUAGE% -application id.posko.cli.commands %*
set "CODE=%ERRORLEVEL%"
chcp %PAGE% >nul
exit /b %CODE%

:window
start "" "%JAVA%\bin\javaw.exe" %OPTIONS% "@%HERE%window.options" -Dosgi.startLevel=6 -jar "%LAUNCHER%" -nosplash -nl %LANGUAGE% -data "%DATA%\window" %*
exit /b 0

:accept
if defined JAVA exit /b
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
set "VERSION=0"
for /f "usebackq tokens=1,2 delims==.-+" %%K in ("%~1\release") do if "%%K"=="JAVA_VERSION" set "VERSION=%%~L"
set "VERSION=%VERSION:"=%"
if %VERSION% GEQ 25 set "JAVA=%~f1"
exit /b
